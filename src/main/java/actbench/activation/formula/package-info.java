/**
 * Activation functions that a user writes as a formula: text to tree, tree to derivative, tree to a
 * program over tiles.
 *
 * <p>{@link actbench.activation.formula.FormulaParser} reads, {@link
 * actbench.activation.formula.Derivative} differentiates, {@link
 * actbench.activation.formula.Recognition} knows better forms, {@link
 * actbench.activation.formula.Lowering} writes programs for vectors and {@link
 * actbench.activation.formula.TileProgram} runs without them. Knows nothing of the catalogue.
 */
package actbench.activation.formula;
