/**
 * Optimizers, schedules, initializers, regularizers and random streams by their published
 * definitions, with the defaults of Keras 2.2.4.
 *
 * <p>Turns a name with parameters into a pure function or a DL4J updater. Knows nothing of layers,
 * models or data. The catalogues, initializers, schedules and random streams work without ND4J.
 */
package actbench.optim;
