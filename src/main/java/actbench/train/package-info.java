/** One run: builds the network, fits, evaluates and measures it. */
package actbench.train;
