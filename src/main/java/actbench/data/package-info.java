/**
 * Turns a data set's name into examples in memory, and examples into batches for a network: the
 * catalogue, the readers, the store with its downloads and imports, the batches. Knows nothing of
 * models or of training, and draws no random numbers: whoever trains hands in the order of the
 * examples. Only {@link actbench.data.Batches} loads ND4J.
 */
package actbench.data;
