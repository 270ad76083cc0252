/**
 * Turns a spec into the list of resolved runs. A run's identity is a hash of its settings, so it is
 * the same on every machine. Also owns the one JSON form of a run, which the hash, the journal and
 * the workers share. Knows nothing of what the settings mean.
 */
package actbench.grid;
