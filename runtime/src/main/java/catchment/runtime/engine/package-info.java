/**
 * Databases: where they are, a session with one, and the running of a SQL program on it.
 *
 * <p>To add an engine: 1. its name in {@link catchment.runtime.engine.Engine}; 2. a class beside {@link catchment.runtime.engine.DuckDbEngine} that opens an
 * {@link catchment.runtime.engine.EngineSession}; 3. which of its faults are which exit code. Knows SQL programs as values; does not know how they are made. No
 * message ever holds a user name or a password.
 */
package catchment.runtime.engine;
