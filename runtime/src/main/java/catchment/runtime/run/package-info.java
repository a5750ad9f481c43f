/**
 * A run as a whole: a definition, data from somewhere, an engine, an output.
 *
 * <p>The one door of the runtime for commands. Knows every other room of the module; knows no command line and shows nothing.
 */
package catchment.runtime.run;
