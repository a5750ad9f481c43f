/**
 * From the query model to a plan: which table is read when, in which stages, and what each stage computes.
 *
 * <p>Owns levels, the population's way, extractions and their shapes, the sharing of scalars, ties, and the one set of types and operators that a plan is made
 * of. Knows the model and Calcite's relational algebra. Knows no SQL text, no source text and no dialect by name: a dialect is seen only through {@link
 * catchment.compiler.plan.Capabilities}.
 *
 * <p>To add a shape: 1. a class here that implements {@link catchment.compiler.plan.Shape}; 2. its place in the list in {@link
 * catchment.compiler.plan.Shapes}; 3. what the generator of studies needs to make it fire.
 */
package catchment.compiler.plan;
