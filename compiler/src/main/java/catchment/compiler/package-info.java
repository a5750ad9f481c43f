/**
 * The compiler's door: text in, definition and diagnostics out.
 *
 * <p>Puts the rooms together (parser, evaluation, the ehrQL library) for everyone who needs a definition. Knows no command line and no database.
 */
package catchment.compiler;
