/**
 * Deeplearning4j layers that run on oneDNN where it exists, and on plain array operations
 * elsewhere.
 */
package actbench.engine;
