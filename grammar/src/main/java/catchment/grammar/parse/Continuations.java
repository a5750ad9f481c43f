package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A value that goes on on the next line without parentheses around it: a line that starts with {@code .where(…)} or {@code &}, or one that ends with an
 * operator. Such lines are one line with one mistake.
 */
final class Continuations {
    private final Findings findings;

    Continuations(Findings findings) {
        this.findings = findings;
    }

    List<Line> join(List<Line> lines) {
        List<Line> joined = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<Token> words = new ArrayList<>(line.words());
            int first = i;
            boolean guessed = line.guessed();
            while (i + 1 < lines.size() && goesOn(lines.get(first), lines.get(i), lines.get(i + 1))) {
                i++;
                words.addAll(lines.get(i).words());
                guessed |= lines.get(i).guessed();
            }
            if (i == first) {
                joined.add(line);
            } else {
                say(lines.get(first), lines.get(first + 1), lines.get(i));
                joined.add(new Line(line.start(), words, guessed));
            }
        }
        return joined;
    }

    private boolean goesOn(Line statement, Line above, Line line) {
        if (width(line) <= 0 && line.type(0) != SurfaceLexer.DOT && !onlyBetween(line.type(0))) {
            return onlyBetween(above.last().getType())
                    && Words.startsValue(line.type(0))
                    && !startsStatement(line);
        }
        boolean deeper = width(line) > width(statement);
        if (!deeper && (line.type(0) == SurfaceLexer.DOUBLE_SLASH || line.type(0) == SurfaceLexer.SLASH && line.type(1) == SurfaceLexer.STAR)) {
            // A comment of another language.
            return false;
        }
        boolean leads = onlyBetween(line.type(0)) || line.type(0) == SurfaceLexer.DOT && line.type(1) == SurfaceLexer.NAME;
        if (leads) {
            return Words.endsValue(above.last().getType()) || endsOpen(above);
        }
        return deeper && endsOpen(above) && !startsStatement(line);
    }

    private static boolean setsSomething(Line line) {
        int i = 0;
        while (line.type(i) == SurfaceLexer.NAME || line.type(i) == SurfaceLexer.DOT) {
            i++;
        }
        return line.type(i) == SurfaceLexer.ASSIGN;
    }

    private static boolean startsStatement(Line line) {
        int type = line.type(0);
        return Words.isKeyword(type) && !startsValue(type) || type == SurfaceLexer.MATCH || setsSomething(line);
    }

    private static boolean startsValue(int keyword) {
        return keyword == SurfaceLexer.NOT
                || keyword == SurfaceLexer.TRUE
                || keyword == SurfaceLexer.FALSE
                || keyword == SurfaceLexer.NONE
                || keyword == SurfaceLexer.LAMBDA;
    }

    /** A word that joins what stands before it to what follows, and starts nothing. */
    private static boolean onlyBetween(int type) {
        return Words.isOperator(type)
                && type != SurfaceLexer.PLUS
                && type != SurfaceLexer.MINUS
                && type != SurfaceLexer.STAR
                && type != SurfaceLexer.AT;
    }

    private static boolean endsOpen(Line line) {
        int type = line.last().getType();
        return Words.isOperator(type) || type == SurfaceLexer.ASSIGN || type == SurfaceLexer.DOT || type == SurfaceLexer.AUGMENTED || type == SurfaceLexer.TILDE
                || type == SurfaceLexer.COMMA && line.type(0) == SurfaceLexer.FROM;
    }

    private int width(Line line) {
        return Line.width(findings.source().text().substring(line.start(), Math.max(line.start(), line.first().getStartIndex())));
    }

    private void say(Line statement, Line second, Line last) {
        boolean leads = onlyBetween(second.type(0)) || second.type(0) == SurfaceLexer.DOT;
        Token end = statement.last();
        Span at = leads ? findings.span(second.first()) : findings.span(end);
        int value = value(statement);
        Diagnostic diagnostic = Diagnostic.error(
                        SyntaxCode.LINE_CONTINUATION,
                        at,
                        leads
                                ? "this line starts with `" + second.first().getText() + "`, but the statement above it has ended"
                                : "the line ends after `" + end.getText() + "`, before the value is complete")
                .hint(
                        statement.type(0) == SurfaceLexer.FROM
                                ? "names that go on on the next line stand in parentheses: `import (…)`"
                                : "a value goes on on the next line only within parentheses: put `(` before `"
                                        + shownStart(statement, value, second) + "` and `)` at the end of line "
                                        + findings.span(last.last()).end().line());
        if (value < statement.words().size()) {
            diagnostic = diagnostic
                    .fix(findings.span(statement.words().get(value)).before(), "(")
                    .fix(findings.span(last.last()).after(), ")");
        }
        findings.add(diagnostic);
    }

    private static String shownStart(Line statement, int value, Line second) {
        return Texts.shown(value < statement.words().size() ? statement.words().get(value).getText() : second.first().getText());
    }

    /** Where the value of a statement starts. */
    private static int value(Line line) {
        int depth = 0;
        int value = line.type(0) == SurfaceLexer.RETURN || line.type(0) == SurfaceLexer.ASSERT ? 1 : 0;
        for (int i = 0; i < line.words().size(); i++) {
            int type = line.type(i);
            if (Words.isOpener(type)) {
                depth++;
            } else if (Words.isCloser(type)) {
                depth--;
            } else if (depth == 0 && (type == SurfaceLexer.ASSIGN || type == SurfaceLexer.AUGMENTED || type == SurfaceLexer.IMPORT)) {
                value = i + 1;
            }
        }
        return value;
    }
}
