/**
 * What a definition must not do, tried out.
 *
 * <p>Owns the attempts and the study in which they are made. Knows the compiler and the reading of data files as every command uses them; knows no command line.
 */
package catchment.runner.isolation;
