/**
 * Gets one file over HTTP: redirects, retries, resuming, limits of size and of waiting. Knows
 * nothing of data sets and does not judge what it got.
 */
package actbench.data.download;
