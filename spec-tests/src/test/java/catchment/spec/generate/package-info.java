/**
 * Generated definitions on generated records: every engine must agree with the reference interpreter.
 *
 * <p>Owns the generator and the comparison. Knows the model and the doors of the other modules, nothing of their inside.
 */
package catchment.spec.generate;
