/**
 * Measures as they are given out: which columns there are, in which order the rows stand, and what small numbers are hidden behind.
 *
 * <p>Starts from the numbers of each measure by interval and groups, whoever computed them. Knows no engine, no file and no command.
 */
package catchment.runtime.measures;
