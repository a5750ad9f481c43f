/**
 * The parts of Python's standard library that definitions use: dates, JSON, paths, arguments of the command line, folding.
 *
 * <p>Each module is a file here that lists its functions. Everything reads at most the study's own files and the arguments of the run; what would write, start
 * programs or differ from run to run is refused by name. Knows evaluation's protocol, and nothing of tables or series.
 */
package catchment.compiler.standard;
