/**
 * How many patients remain after each condition of a population.
 *
 * <p>Owns which conditions there are, in which order, and the table that they come to. Knows measures, which do the counting; knows no data, no database and no command
 * line.
 */
package catchment.runtime.attrition;
