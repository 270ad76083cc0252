/**
 * Judges whether a function is fit for training: the checks that the catalogue's own functions must
 * pass too.
 */
package actbench.activation.check;
