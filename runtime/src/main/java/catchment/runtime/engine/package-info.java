/**
 * Databases: where they are, a session with one, and the running of a SQL program on it.
 *
 * <p>To add an engine: a dialect that says how it is reached over JDBC; {@link catchment.runtime.engine.JdbcSession} does the rest. Knows SQL programs as
 * values; does not know how they are made. No message ever holds a user name or a password.
 */
package catchment.runtime.engine;
