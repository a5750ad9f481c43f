/**
 * The SQL of a definition, ready to be run on one database: plain values, no Calcite.
 *
 * <p>What {@code runtime} runs and what {@code dump-dataset-sql} prints.
 */
package catchment.dialects.program;
