package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Heads that go on with a statement, {@code else} and its like, have to have one to go on with; a decorator has to have something to decorate. */
final class Heads {
    private final Findings findings;
    private final Map<Token, List<String>> unreadable;
    /** For each level of indentation that is open: the width, and the head that a line of that width may go on with. */
    private final List<Level> levels = new ArrayList<>();

    private record Level(int width, int head) {}

    Heads(Findings findings, Map<Token, List<String>> unreadable) {
        this.findings = findings;
        this.unreadable = unreadable;
    }

    /** Reports the lines that have nothing to go on with, and gives them up. */
    void check(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int width = width(line);
            while (!levels.isEmpty() && levels.getLast().width() > width) {
                levels.removeLast();
            }
            int before = !levels.isEmpty() && levels.getLast().width() == width ? levels.removeLast().head() : Token.EOF;
            int type = line.type(0);
            boolean outer = before == Token.EOF && !levels.isEmpty() && goesOn(type) && fits(type, levels.getLast().head());
            if (outer) {
                // It fits a head that stands less deep: that it stands too deep is said where the blocks are made.
                width = levels.removeLast().width();
            } else if (!fits(type, before)) {
                refuse(line, type);
            } else if (type == SurfaceLexer.AT && !decorates(lines, i)) {
                findings.add(Diagnostic.error(
                                SyntaxCode.UNEXPECTED_TEXT,
                                findings.span(line.first(), line.last()),
                                "nothing is defined below this `@` line")
                        .hint("a class or a function must follow it"));
                Unreadable.replace(line, unreadable);
            }
            levels.add(new Level(width, line.type(0)));
        }
    }

    private int width(Line line) {
        return Line.width(findings.source().text().substring(line.start(), Math.max(line.start(), line.first().getStartIndex())));
    }

    private static boolean decorates(List<Line> lines, int index) {
        int next = index + 1 < lines.size() ? lines.get(index + 1).type(0) : Token.EOF;
        return next == SurfaceLexer.CLASS || next == SurfaceLexer.DEF || next == SurfaceLexer.ASYNC || next == SurfaceLexer.AT;
    }

    private static boolean goesOn(int type) {
        return type == SurfaceLexer.ELIF
                || type == SurfaceLexer.ELSE
                || type == SurfaceLexer.EXCEPT
                || type == SurfaceLexer.FINALLY;
    }

    private static boolean fits(int type, int before) {
        return switch (type) {
            case SurfaceLexer.ELIF -> before == SurfaceLexer.IF || before == SurfaceLexer.ELIF;
            case SurfaceLexer.ELSE -> before == SurfaceLexer.IF
                    || before == SurfaceLexer.ELIF
                    || before == SurfaceLexer.FOR
                    || before == SurfaceLexer.WHILE
                    || before == SurfaceLexer.EXCEPT
                    || before == SurfaceLexer.ASYNC;
            case SurfaceLexer.EXCEPT -> before == SurfaceLexer.TRY || before == SurfaceLexer.EXCEPT;
            case SurfaceLexer.FINALLY -> before == SurfaceLexer.TRY
                    || before == SurfaceLexer.EXCEPT
                    || before == SurfaceLexer.ELSE;
            default -> true;
        };
    }

    private void refuse(Line line, int type) {
        String word = line.first().getText();
        String needed = type == SurfaceLexer.ELIF || type == SurfaceLexer.ELSE ? "if" : "try";
        findings.add(Diagnostic.error(
                        SyntaxCode.ELSE_WITHOUT_IF,
                        findings.span(line.first()),
                        "this `" + word + "` belongs to no `" + needed + "`")
                .hint("it must start in the same column as its `" + needed + "`, with nothing but the block between"));
        Unreadable.replace(line, unreadable);
    }
}
