/**
 * The specification as text: pages of literate cases, each with prose, data, a definition and the rows that are expected.
 *
 * <p>A page is a Markdown file under {@code spec/<topic>/}. Knows how pages are written and laid out; knows no engine and nothing of what a definition means.
 *
 * <pre>
 * # Title of the page
 *
 * Prose.
 *
 * | visits (many) | patient_id | date: date | cost: float |      many rows per patient; (one) for one; (ehrql.tables.core) for a standard table
 * |---------------|------------|------------|-------------|      tables before the first case are shared by all cases of the page
 * |               | 1          | 2020-01-31 | 1.5         |
 *
 * ## what the case shows
 * {@literal <}!-- covers S18 --{@literal >}
 *
 *     dataset.cost = visits.cost.sum_for_patient()               imports, tables and dataset are there; a patient with a row in any table is in the population
 *
 * | patient_id | cost |                                          the rows of the dataset; for an event table the first cell is its name
 * |------------|------|
 * | 1          | 1.5  |
 * </pre>
 *
 * <p>An empty cell is null, {@code ""} the empty text; {@code \n \r \t \\ \" \|} and {@code \}{@code u{1f600}} stand for characters. A definition that is refused
 * has its mistakes between two {@code ^} each, and a line {@code Refused: `code`} instead of rows; one that is no dataset has {@code Accepted.} A fenced block whose opening line names a file makes that file.
 */
package catchment.spec.cases;
