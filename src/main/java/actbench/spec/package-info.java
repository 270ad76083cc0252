/**
 * Turns a YAML file into an {@code ExperimentSpec}, or into a list of problems with line and
 * column. Knows nothing of the rest of the program: the names a spec may use reach it as a {@code
 * Vocabulary}. Text becomes nodes that know their places ({@code YamlReader}), {@code --set} is
 * worked into them ({@code Overrides}), and the nodes become the axes of the grid ({@code
 * ProductReader}).
 */
package actbench.spec;
