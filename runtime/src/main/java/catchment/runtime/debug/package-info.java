/**
 * What a definition asks to be shown while it is worked on, as tables.
 *
 * <p>Owns what is computed for that and how a table is laid out as text or HTML. Knows the reference interpreter; knows no files and no command line.
 */
package catchment.runtime.debug;
