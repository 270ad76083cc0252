/**
 * Activation functions: value, derivative, parameters, catalogue and formulas. Depends on nothing
 * else in the program.
 *
 * <p>{@link actbench.activation.ActivationCatalog} turns a name and parameters into an {@link
 * actbench.activation.ActivationFunction}, a value in plain Java. Only {@link
 * actbench.activation.NeuralActivation} and {@link actbench.activation.ArrayTiles} know ND4J, so
 * that the catalogue can be read without loading it.
 */
package actbench.activation;
