/**
 * Lints: what is legal in a definition and probably not what was meant.
 *
 * <p>Each rule is one class over a {@link catchment.compiler.lint.Study}: the definition, its query graph, the places that nodes come from and the text of the
 * study's own files. Rules run on definitions without errors only, change nothing, and cost a few passes over the graph. A rule that would speak on more than
 * a fifth of published definitions is a note. Knows no database, no command and no data.
 */
package catchment.compiler.lint;
