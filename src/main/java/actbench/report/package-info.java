/**
 * Renders a comparison. What a report says is put together once, as a {@link
 * actbench.report.Document}; each format only decides how blocks look and what must be escaped.
 * Pure: text in, text out.
 */
package actbench.report;
