/**
 * Runs a plan: order, resume, retries, timeouts, interrupts. Owns the {@link actbench.run.Trainer}
 * seam and knows nothing of networks.
 */
package actbench.run;
