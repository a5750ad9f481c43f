/**
 * How long compiling, planning and running take. Run by {@code mvn -q -pl spec-tests -am -Pbench -DskipTests verify}; not part of the tests.
 *
 * <p>Compile is text to model, plan is model to SQL. {@code MillionPatients} and {@code MillionDummyPatients} are programs of their own,
 * for the memory of the whole process.
 */
package catchment.spec.bench;
