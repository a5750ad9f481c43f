package catchment.dialects.spi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DSN taken apart: {@code scheme://user:password@host:port/path?option=value&…}, each part decoded. It has no text of its own, so that it cannot get into a
 * message.
 *
 * @param scheme what stands before {@code ://}, in small letters
 * @param host empty if there is none
 * @param path what stands behind the first slash after the host, without that slash
 * @param options in the order that they are written in
 * @param folder what a relative path of a file is relative to
 */
public record Dsn(
        String scheme,
        Optional<String> user,
        Optional<String> password,
        String host,
        OptionalInt port,
        String path,
        Map<String, String> options,
        Path folder) {
    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:@/?]*)(?::(?<port>[0-9]{1,5}))?(?:/(?<path>[^?]*))?(?:\\?(?<options>.*))?",
            Pattern.DOTALL);

    public Dsn {
        options = Map.copyOf(new LinkedHashMap<>(options));
    }

    /**
     * The parts of a DSN.
     *
     * @return empty if it is none
     * @throws IllegalArgumentException with a sentence that says what is wrong; it never holds a part of the DSN
     */
    public static Optional<Dsn> parse(String text, Path folder) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group("path") != null && form.group("path").contains("@")) {
            throw new IllegalArgumentException("the DSN has an `@` or a `/` too many: in a user's name or a password they are `%40` and `%2F`");
        }
        OptionalInt port = form.group("port") == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group("port")));
        Map<String, String> options = new LinkedHashMap<>();
        if (form.group("options") != null && !form.group("options").isEmpty()) {
            for (String option : form.group("options").split("&")) {
                String[] parts = option.split("=", 2);
                options.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return Optional.of(new Dsn(
                form.group("scheme").toLowerCase(java.util.Locale.ROOT),
                Optional.ofNullable(form.group("user")).filter(user -> !user.isEmpty()).map(Dsn::decoded),
                Optional.ofNullable(form.group("password")).map(Dsn::decoded),
                form.group("host"),
                port,
                form.group("path") == null ? "" : decoded(form.group("path")),
                options,
                folder));
    }

    /**
     * The options for a driver, which is given none but those that are known to do no harm: others could make it write logs, read files or load classes.
     *
     * @param known the options that it is given
     * @param engine as it is told to people: {@code PostgreSQL}
     * @throws IllegalArgumentException with a sentence that names the known ones, if there is another
     */
    public Map<String, String> options(Set<String> known, String engine) {
        if (!known.containsAll(options.keySet())) {
            throw new IllegalArgumentException("the DSN has an option that " + engine + "'s driver is not given; the options are `"
                    + String.join("`, `", known.stream().sorted().toList()) + "`");
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("the DSN has a `%` that is not followed by two hexadecimal digits; the sign itself is `%25`", broken);
        }
    }

    /** The scheme alone: nothing of a DSN is to be shown. */
    @Override
    public String toString() {
        return scheme + "://…";
    }
}
