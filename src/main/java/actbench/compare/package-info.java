/** Statistics over results: pure functions without input or output. */
package actbench.compare;
