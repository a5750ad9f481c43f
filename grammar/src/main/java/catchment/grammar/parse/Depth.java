package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * How deep the values of a text nest, seen from its words before anything recursive is done with them. A line that nests deeper than {@link #DEEPEST} is
 * reported and left out.
 */
final class Depth {
    /** Brackets within brackets, and whatever else makes a tree deep: signs before a sign, calls of what a call gave, choices within choices. */
    static final int DEEPEST = 2_000;

    private final Findings findings;
    private final Map<Token, List<String>> unreadable;

    Depth(Findings findings, Map<Token, List<String>> unreadable) {
        this.findings = findings;
        this.unreadable = unreadable;
    }

    /** The greatest depth that is left. */
    int check(List<Line> lines) {
        int deepest = 0;
        for (Line line : lines) {
            deepest = Math.max(deepest, check(line));
        }
        return deepest;
    }

    /** What lies between two brackets: what cannot be taken back before the bracket ends, and what an operator ends. */
    private static final class Level {
        private int lasting;
        private int passing;

        int depth() {
            return lasting + passing + 1;
        }
    }

    private int check(Line line) {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level());
        int outer = 0;
        int deepest = 0;
        int previous = SurfaceLexer.NEWLINE;
        for (Token word : line.words()) {
            int type = word.getType();
            Level level = levels.peek();
            if (Words.isOpener(type) || Words.isFormatStart(type)) {
                outer += level.depth();
                levels.push(new Level());
            } else if ((Words.isCloser(type) || type == SurfaceLexer.FORMAT_END) && levels.size() > 1) {
                levels.pop();
                outer -= levels.peek().depth();
                // A call of what a call gave is one deeper.
                levels.peek().passing++;
            } else {
                count(level, type, Words.endsValue(previous));
            }
            previous = type;
            deepest = Math.max(deepest, outer + levels.peek().depth());
            if (deepest > DEEPEST + 1) {
                refuse(line, word);
                return 0;
            }
        }
        return deepest;
    }

    private static void count(Level level, int type, boolean afterValue) {
        switch (type) {
            case SurfaceLexer.TILDE, SurfaceLexer.NOT, SurfaceLexer.DOT, SurfaceLexer.AWAIT -> level.passing++;
            case SurfaceLexer.ELSE, SurfaceLexer.LAMBDA, SurfaceLexer.POWER, SurfaceLexer.WALRUS -> level.lasting++;
            case SurfaceLexer.COMMA, SurfaceLexer.SEMICOLON, SurfaceLexer.NEWLINE -> {
                level.passing = 0;
                level.lasting = 0;
            }
            default -> {
                if (Words.isOperator(type)) {
                    // A sign before a value makes the tree deeper; an operator after one begins the next operand.
                    level.passing = afterValue ? 0 : level.passing + 1;
                }
            }
        }
    }

    private void refuse(Line line, Token at) {
        findings.add(Diagnostic.error(
                        SyntaxCode.TOO_DEEPLY_NESTED,
                        findings.span(at),
                        "this value nests more than " + DEEPEST + " deep, which is the limit")
                .hint("give inner parts a name on lines of their own"));
        Unreadable.replace(line, unreadable);
    }
}
