/**
 * What is said about a mistake, as a value: code, severity, place, words, hints and fixes; and how a run ends.
 *
 * <p>Every module has its own enum of {@link catchment.grammar.diagnostic.DiagnosticCode}s. Knows no way of showing them: the terminal, JSON and an editor
 * each do that for themselves.
 */
package catchment.grammar.diagnostic;
