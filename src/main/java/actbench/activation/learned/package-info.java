/**
 * Activation functions whose parameters a network learns: values and derivatives where each channel
 * has parameters of its own.
 */
package actbench.activation.learned;
