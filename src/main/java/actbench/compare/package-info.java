/**
 * Turns rows into a comparison: who wins where, by how much, and what may be concluded. Pure
 * functions without input or output; rounding and wording are the report's business.
 */
package actbench.compare;
