/**
 * Worker processes: a pool that speaks JSON lines to JVMs which train, so that a crash costs one
 * run.
 */
package actbench.worker;
