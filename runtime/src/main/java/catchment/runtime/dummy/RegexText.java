package catchment.runtime.dummy;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.SplittableRandom;

/** Text that matches a regular expression: {@code E020[0-9]{5}} gives E02000123. */
final class RegexText {
    private static final int TRIES = 50;

    private final Pattern pattern;
    private final Optional<RgxGen> maker;

    private RegexText(Pattern pattern, Optional<RgxGen> maker) {
        this.pattern = pattern;
        this.maker = maker;
    }

    /**
     * The text of an expression.
     *
     * @param regex one that has been accepted as such
     */
    static RegexText of(String regex) {
        RegexText text = new RegexText(Pattern.compile(regex), maker(RegexDialect.translate(regex)));
        // The same for every run: whether a text is found at all.
        return text.draw(new SplittableRandom(0)).isPresent() ? text : new RegexText(text.pattern, Optional.empty());
    }

    private static Optional<RgxGen> maker(RegexDialect.Said said) {
        RgxGenProperties properties = new RgxGenProperties();
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, said.repeats());
        try {
            return Optional.of(RgxGen.parse(properties, said.pattern()));
        } catch (RuntimeException unmatchable) {
            // a$b: the library says so where it reads the expression
            return Optional.empty();
        }
    }

    /** A text that the whole expression matches; empty if none was found, as for {@code a$b}, which nothing matches. */
    Optional<String> draw(SplittableRandom random) {
        for (int i = 0; i < TRIES && maker.isPresent(); i++) {
            String text = maker.get().generate(random);
            if (pattern.matches(text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** Whether there is any text to draw. */
    boolean canBeDrawn() {
        return maker.isPresent();
    }

    /** Whether a text begins with a match, which is what a constraint asks. */
    boolean begins(String text) {
        return pattern.matcher(text).lookingAt();
    }
}
