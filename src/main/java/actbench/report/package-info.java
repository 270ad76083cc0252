/** Renders a comparison as text, Markdown, CSV, JSON, HTML or a figure; pure. */
package actbench.report;
