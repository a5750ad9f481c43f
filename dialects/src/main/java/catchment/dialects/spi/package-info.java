/**
 * What a plugin implements: a dialect, found with {@link java.util.ServiceLoader}.
 *
 * <p>Owns the interfaces that every dialect, ours too, is written against. Knows plans and programs; knows no engine by name.
 *
 * <p>To add a dialect: 1. a class that implements {@link catchment.dialects.spi.Dialect}; 2. its name in {@code META-INF/services}; 3. a row for each operator
 * of {@link catchment.compiler.plan.Operators} in its {@link catchment.dialects.spi.OperatorTable}; 4. the specification, run on it.
 */
package catchment.dialects.spi;
