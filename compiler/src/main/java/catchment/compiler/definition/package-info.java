/**
 * What a definition comes to: the datasets and measures that it defines, and everything else that a run needs to know of it.
 *
 * <p>Made by evaluation, read by all that follows. Knows the query model and places in the source, not the language.
 */
package catchment.compiler.definition;
