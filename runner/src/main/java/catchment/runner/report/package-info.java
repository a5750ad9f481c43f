/**
 * What a person or a program is told about a run: diagnostics as text with the source line, or as JSON; progress; and the report of a fault of ours.
 *
 * <p>Knows diagnostics and places in texts. Knows no command, no definition and no database.
 */
package catchment.runner.report;
