package catchment.compiler.eval;

/**
 * What a value is as a key of a dict or a member of a set: two values are the same key if the language holds them equal, so {@code 1}, {@code 1.0} and
 * {@code True} are one.
 *
 * @param value a {@code Long}, {@code Double} that is no whole number, {@code String}, {@code LocalDate}, a list of keys for a tuple, a value of a behaviour that
 *     can be a key, or {@link NoneValue}'s class
 */
public record StaticKey(Object value) {}
