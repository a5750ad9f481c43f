/**
 * What an output was made of and by: enough to make it again, and to tell why two runs differ.
 *
 * <p>Owns what is recorded and its JSON. Knows files by their bytes; knows no database and no command line.
 */
package catchment.runtime.provenance;
