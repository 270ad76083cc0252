/** The catalogue of networks: turns settings into a Deeplearning4j network configuration. */
package actbench.model;
