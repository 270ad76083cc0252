/**
 * Tests, intervals and effect sizes as pure functions of samples. Conventions: {@code x} is the
 * first sample, differences are {@code x - y}, "greater" is the alternative that {@code x} is
 * larger; standard deviations have the divisor n - 1; ranks are midranks.
 */
package actbench.compare.statistics;
