/** Updaters, schedules and initializers by their published definitions. */
package actbench.optim;
