/**
 * Dummy data, made from the definition itself: patients of whom the population, or a denominator, is true and of whom the variables have something to say.
 *
 * <p>Works backwards. A wish for the value of a series ({@code age >= 18} is true) is pushed down through functions, cases, picks and aggregations until it is a
 * wish for the rows and columns of one draft of a patient; a draft that meets its wishes is verified by {@link catchment.runtime.reference}, which has the last
 * word. Further wishes reach each branch of a {@code case}, each codelist, and missing values. All chance comes from a seed, so the same seed and day give the
 * same patients.
 *
 * <p>A dataset has one {@link catchment.runtime.dummy.Cohort}, its population; measures have one for each denominator, and each patient is made for one of its
 * intervals, whose dates are what the parameters are worth. What coverage expects is what {@code Certainty} and {@code Worlds} leave possible.
 *
 * <p>To teach it a new operator: its line in {@link catchment.runtime.dummy.FunctionWishes}, and a population that needs it in {@code DummyDataGeneratorTest}.
 * Knows no files, no database and no command.
 */
package catchment.runtime.dummy;
