package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Tries the lines of a text one by one. Where one does not fit, the rules are asked in turn; one that knows the mistake reports it and mends the line, and it is tried again. */
final class LineMending {
    /** Mistakes in one line that are still looked for. */
    private static final int MOST = 20;

    /** Knows one kind of mistake. True if it was met: then it is reported, and the line is mended so that it does not stop there again. */
    @FunctionalInterface
    interface Rule {
        boolean mend(Spot spot);
    }

    /** The surest first. */
    private static final List<Rule> RULES = List.of(
            ValueRules::comment,
            KeywordRules::keywordAsName,
            ImportRules::mend,
            OperatorRules::foreign,
            OperatorRules::split,
            AssignRules::mend,
            DefinitionRules::mend,
            KeywordRules::misspelt,
            KeywordRules::shouted,
            QuoteRules::mend,
            LoopRules::mend,
            NameRules::mend,
            NeighbourRules::mend,
            ValueRules::mend);

    private final Findings findings;
    private final Map<Token, List<String>> unreadable;
    private final KnownNames names;

    LineMending(Findings findings, Map<Token, List<String>> unreadable, List<Line> lines) {
        this.findings = findings;
        this.unreadable = unreadable;
        this.names = new KnownNames(lines, findings);
    }

    void mend(Line line) {
        int stopped = -1;
        for (int i = 0; i < MOST; i++) {
            try {
                Surface.line(words(line));
                return;
            } catch (Failure failure) {
                // A line whose shape was guessed, or that stops where it was just mended, has had its message.
                if (line.guessed() || failure.index() < stopped) {
                    break;
                }
                stopped = failure.index();
                Spot spot = new Spot(line, failure.index(), failure, findings, names);
                if (RULES.stream().noneMatch(rule -> rule.mend(spot))) {
                    general(spot);
                    break;
                }
            }
        }
        Unreadable.replace(line, unreadable);
    }

    private static void general(Spot spot) {
        if (spot.atEnd()) {
            spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.gap(), "the line ends here, and something is missing")
                    .hint("what follows `" + spot.text(spot.last()) + "`?"));
            return;
        }
        String after = spot.index() > 0 ? " after `" + Texts.shown(spot.text(spot.index() - 1)) + "`" : " at the start of a line";
        spot.say(Diagnostic.error(
                SyntaxCode.UNEXPECTED_TEXT,
                spot.span(spot.index()),
                "`" + Texts.shown(spot.text(spot.index())) + "` does not fit here" + after));
    }

    private static List<Token> words(Line line) {
        List<Token> words = new ArrayList<>(line.words());
        int end = line.last().getStopIndex() + 1;
        words.add(Words.made(SurfaceLexer.NEWLINE, "\n", end));
        words.add(Words.made(Token.EOF, "", end));
        return words;
    }
}
