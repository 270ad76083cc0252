/**
 * Turns a spec into the list of resolved runs. A run's identity is a hash of its settings, so it is
 * the same on every machine.
 */
package actbench.grid;
