/** Published numbers and what fresh results say about them; pure. */
package actbench.claims;
