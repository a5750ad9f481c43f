package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Tries the lines of a text one by one. What does not fit is reported; what can be mended is, and else the line is given up. */
final class LineMending {
    private final Findings findings;
    private final Map<Token, List<String>> unreadable;

    LineMending(Findings findings, Map<Token, List<String>> unreadable, List<Line> lines) {
        this.findings = findings;
        this.unreadable = unreadable;
    }

    void mend(Line line) {
        try {
            Surface.line(words(line));
        } catch (Failure failure) {
            Token at = line.words().get(Math.min(failure.index(), line.words().size() - 1));
            findings.add(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, findings.span(at), "`" + at.getText() + "` does not fit here"));
            Unreadable.replace(line, unreadable);
        }
    }

    private static List<Token> words(Line line) {
        List<Token> words = new ArrayList<>(line.words());
        int end = line.last().getStopIndex() + 1;
        words.add(Words.made(SurfaceLexer.NEWLINE, "\n", end));
        words.add(Words.made(Token.EOF, "", end));
        return words;
    }
}
