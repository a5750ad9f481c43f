/**
 * Generated definitions on generated records: every engine must agree with the reference interpreter.
 *
 * <p>To run them on a dialect of one's own: extend {@link catchment.spec.generate.GeneratedStudies} in a test and say which engine.
 *
 * <p>Owns the generator and the comparison. Knows the model and the doors of the other modules, nothing of their inside.
 */
package catchment.spec.generate;
