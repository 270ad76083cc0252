/**
 * Turns a YAML file into an {@code ExperimentSpec}, or into a list of problems with line and
 * column. Knows nothing of the rest of the program: the names a spec may use reach it as a {@code
 * Vocabulary}.
 */
package actbench.spec;
