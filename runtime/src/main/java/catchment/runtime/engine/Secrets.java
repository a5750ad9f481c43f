package catchment.runtime.engine;

import catchment.dialects.spi.JdbcAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of what a database says all that its DSN says: user, password, server, database, what its options are set to. */
final class Secrets implements UnaryOperator<String> {
    private static final String HIDDEN = "…";
    private static final Pattern BETWEEN = Pattern.compile("[/:?&=;@\\[\\]]+");
    private static final Set<String> ORDINARY = Set.of("true", "false", "catchment");
    /** A word of two letters may stand for anything. */
    private static final int SHORT = 2;

    private final List<Pattern> hidden = new ArrayList<>();

    Secrets(JdbcAccess.Settings settings) {
        Stream<String> values = settings.properties().stringPropertyNames().stream().map(settings.properties()::getProperty).filter(value -> !ORDINARY.contains(value));
        Stream<String> place = BETWEEN.splitAsStream(settings.url()).skip(SHORT).filter(Pattern.compile("[0-9]{1,5}").asMatchPredicate().negate());
        Predicate<String> told = text -> !text.isEmpty();
        Stream.concat(values, place).filter(told).distinct().sorted(Comparator.comparingInt(String::length).reversed()).map(Secrets::pattern).forEach(hidden::add);
        String password = settings.properties().getProperty("password", "");
        if (!password.isEmpty()) {
            hidden.addFirst(Pattern.compile(Pattern.quote(password)));
        }
    }

    /** Short ones are words of their own only: else nothing would be left of a sentence. */
    private static Pattern pattern(String text) {
        return Pattern.compile(text.length() > SHORT ? Pattern.quote(text) : "(?<![\\w])" + Pattern.quote(text) + "(?![\\w])");
    }

    @Override
    public String apply(String said) {
        String shown = said;
        for (Pattern secret : hidden) {
            shown = secret.matcher(shown).replaceAll(HIDDEN);
        }
        return shown;
    }
}
