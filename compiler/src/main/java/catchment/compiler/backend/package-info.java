/**
 * How a database lays out the standard tables: a {@code @backend} resource, written in the language, read.
 *
 * <p>Owns the module {@code catchment.backends}, what a backend comes to, and what it changes in a definition: who may be seen at all, and which of their rows.
 * Knows the evaluator, the ehrQL library and the model. Knows no engine and no plan; the SQL that a backend holds is text that it hands on.
 */
package catchment.compiler.backend;
