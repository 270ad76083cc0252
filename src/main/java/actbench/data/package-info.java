/** The catalogue of data sets: download, verification, readers, batches. */
package actbench.data;
