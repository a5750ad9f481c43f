/**
 * Dummy data, made from the definition itself: patients of whom the population is true and of whom the variables have something to say.
 *
 * <p>Works backwards. A wish for the value of a series ({@code age >= 18} is true) is pushed down through functions, cases, picks and aggregations until it is a
 * wish for the rows and columns of one draft of a patient; a draft that meets its wishes is verified by {@link catchment.runtime.reference}, which has the last
 * word. Further wishes reach each branch of a {@code case}, each codelist, and missing values. All chance comes from a seed, so the same seed and day give the
 * same patients.
 *
 * <p>To teach it a new operator: its line in {@link catchment.runtime.dummy.FunctionWishes}, and a population that needs it in {@code DummyDataGeneratorTest}.
 * Knows no files, no database and no command.
 */
package catchment.runtime.dummy;
