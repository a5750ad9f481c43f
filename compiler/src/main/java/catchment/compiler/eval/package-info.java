/**
 * Runs a definition: Python's surface, none of its power. Statements, expressions, scopes, functions, modules, and the static values.
 *
 * <p>Knows nothing of tables, series or datasets: these are {@link catchment.compiler.eval.Behaviour}s, which say for themselves what an operator or an attribute
 * means, and arrive through a {@link catchment.compiler.eval.Library}. Every program ends: loops and calls take steps of a budget, recursion is refused, and a
 * budget of steps bounds the rest. A user's mistake is a diagnostic and a {@link catchment.compiler.eval.Poison}, which silences what depends on it.
 */
package catchment.compiler.eval;
