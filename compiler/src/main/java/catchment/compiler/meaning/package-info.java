/**
 * What every operation of the query model means, once, as pure and total Java: null in and null out included.
 *
 * <p>Static arithmetic of the language, the check of a population on an empty patient, constant folding and the reference interpreter all call these. A null
 * stands for a missing value; it goes in and comes out only here and where rows are kept. Knows the model; knows no tables, no rows, no SQL.
 *
 * <p>To add an operation: 1. its constant in {@link catchment.compiler.model.Operator}; 2. its line in {@link catchment.compiler.meaning.ScalarMeaning}; 3. a
 * test of it with null in every operand and at the edges.
 */
package catchment.compiler.meaning;
