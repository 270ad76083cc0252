/**
 * Run and epoch records, the journal that is the truth about an experiment, and the CSV files
 * rebuilt from it. Owns the layout of a results folder; reads any tidy CSV as rows too. Knows
 * neither how runs are trained nor what is concluded from them.
 */
package actbench.result;
