/** Times activation functions in a JVM of its own. Knows nothing of networks. */
package actbench.activation.bench;
