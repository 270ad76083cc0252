/**
 * The published numbers of the study as data with their sources, and what fresh results say of
 * each: direction, size, and how the set-ups differ. Pure; knows nothing of how it is shown.
 */
package actbench.claims;
