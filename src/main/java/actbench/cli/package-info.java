/**
 * The command line: commands, progress on the terminal, exit codes, and the wiring of the other
 * packages.
 */
package actbench.cli;
