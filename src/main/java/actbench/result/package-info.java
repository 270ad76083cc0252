/**
 * Run and epoch records, the journal that is the truth about an experiment, and the CSV files
 * rebuilt from it.
 */
package actbench.result;
