package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** Heads of blocks that are not written as heads: before the blocks are made, since what stands below them depends on it. */
final class HeadMending {
    private final Findings findings;

    HeadMending(Findings findings) {
        this.findings = findings;
    }

    void mend(Line line) {
        elseIf(line);
        colon(line);
    }

    /** {@code else if x:}. */
    private void elseIf(Line line) {
        if (line.type(0) == SurfaceLexer.ELSE && line.type(1) == SurfaceLexer.IF) {
            Span span = findings.span(line.first(), line.words().get(1));
            findings.add(Diagnostic.error(SyntaxCode.ELSE_IF, span, "`else if` is one word here: `elif`")
                    .hint("write `elif`")
                    .fix(span, "elif"));
            line.words().set(1, Words.spanning(SurfaceLexer.ELIF, "elif", line.first(), line.words().get(1)));
            line.words().removeFirst();
        }
    }

    private void colon(Line line) {
        int type = line.type(0);
        if (!Line.startsBlock(type) || type == SurfaceLexer.UNREADABLE_HEADER || line.headColon() >= 0 || line.guessed()) {
            return;
        }
        if (type == SurfaceLexer.ASYNC && !Line.startsBlock(line.type(1))) {
            return;
        }
        int end = inlineStatement(line);
        if (end < 0 && line.last().getType() == SurfaceLexer.SEMICOLON) {
            Span span = findings.span(line.last());
            findings.add(Diagnostic.error(SyntaxCode.COLON_MISSING, span, "`" + HeadNames.of(line) + "` ends with `:`, not with `;`")
                    .hint("write `:`")
                    .fix(span, ":"));
            line.words().set(line.words().size() - 1, Words.retyped(line.last(), SurfaceLexer.COLON, ":"));
            return;
        }
        int last = end < 0 ? line.words().size() - 1 : end - 1;
        if (notAHead(line, type)) {
            return;
        }
        Span span = findings.span(line.words().get(last)).after();
        findings.add(Diagnostic.error(SyntaxCode.COLON_MISSING, span, "a colon is missing after `" + Texts.shown(findings.source().text(findings.span(line.first(), line.words().get(last)))) + "`")
                .hint("a line with `" + HeadNames.of(line) + "` ends with `:`")
                .fix(span, ":"));
        line.words().add(last + 1, Words.made(SurfaceLexer.COLON, ":", line.words().get(last).getStopIndex() + 1));
    }

    /** {@code class = 1} is a name that no name can be, not a head without a colon. */
    private static boolean notAHead(Line line, int type) {
        int second = line.type(1);
        boolean set = second == SurfaceLexer.ASSIGN || second == SurfaceLexer.DOT || second == SurfaceLexer.AUGMENTED || second == SurfaceLexer.EQUAL;
        return set || type == SurfaceLexer.MATCH || type == SurfaceLexer.CASE;
    }

    /** The word that starts a statement on the same line: {@code if x return y}. */
    private static int inlineStatement(Line line) {
        int depth = 0;
        for (int i = 1; i < line.words().size(); i++) {
            int type = line.type(i);
            if (Words.isOpener(type)) {
                depth++;
            } else if (Words.isCloser(type)) {
                depth--;
            } else if (depth == 0 && startsStatement(type)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsStatement(int type) {
        return type == SurfaceLexer.RETURN
                || type == SurfaceLexer.PASS
                || type == SurfaceLexer.CONTINUE
                || type == SurfaceLexer.BREAK
                || type == SurfaceLexer.RAISE;
    }
}
