package catchment.grammar.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;

/** The names that a text uses, with the lines that it uses them on: to know what was meant by one that is broken. */
final class KnownNames {
    private final Map<String, Token> first = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Findings findings;

    KnownNames(List<Line> lines, Findings findings) {
        this.findings = findings;
        for (Line line : lines) {
            for (Token word : line.words()) {
                if (word.getType() == SurfaceLexer.NAME) {
                    first.putIfAbsent(word.getText(), word);
                    counts.merge(word.getText(), 1, Integer::sum);
                }
            }
        }
    }

    /** The first line on which a name is used. */
    OptionalInt line(String name) {
        Token word = first.get(name);
        return word == null ? OptionalInt.empty() : OptionalInt.of(findings.span(word).start().line());
    }

    /** How often a name is used. */
    int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    boolean uses(String name) {
        return first.containsKey(name);
    }
}
