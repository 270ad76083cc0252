/**
 * Activation functions: value, derivative, parameters and catalogue. Depends on nothing else in the
 * program.
 */
package actbench.activation;
