package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Blocks in braces, as other languages write them: {@code if x {}, or the brace alone on its line, and the brace that closes it on a later line. */
final class BlockBraces {
    private final List<Token> words;
    private final Findings findings;
    private int open;

    BlockBraces(List<Token> words, Findings findings) {
        this.words = words;
        this.findings = findings;
    }

    /**
     * Reads a word where no bracket is open.
     *
     * @param current the words before it on its line
     * @param lines the lines above
     * @param deeper true if the word is indented more than the line above
     * @return true if it was a brace of a block: then it has been dealt with
     */
    boolean read(int index, List<Token> current, List<Line> lines, boolean deeper) {
        int type = type(index);
        if (type == SurfaceLexer.RIGHT_BRACE && current.isEmpty() && open > 0) {
            open--;
            return true;
        }
        if (type != SurfaceLexer.LEFT_BRACE || index + 1 < words.size() && type(index + 1) != SurfaceLexer.LINE_BREAK) {
            return false;
        }
        return current.isEmpty() ? alone(index, lines, deeper) : atEnd(index, current);
    }

    private boolean atEnd(int index, List<Token> current) {
        int last = current.getLast().getType();
        if (!Line.startsBlock(current.getFirst().getType()) || !(Words.endsValue(last) || last == SurfaceLexer.ELSE)) {
            return false;
        }
        notWithBrace(index);
        current.add(Words.retyped(words.get(index), SurfaceLexer.COLON, ":"));
        return true;
    }

    /** A dict may begin like this too: what follows tells them apart, unless the brace stands where only a block can. */
    private boolean alone(int index, List<Line> lines, boolean deeper) {
        boolean head = !lines.isEmpty() && isHead(lines.getLast());
        if (!(head && !deeper) && !holdsStatements(index + 1)) {
            return false;
        }
        if (!head) {
            open++;
            findings.add(Diagnostic.error(
                            SyntaxCode.BRACKET_STRAY, findings.span(words.get(index)), "this `{` opens nothing")
                    .hint("delete it, and its `}` if there is one: lines that belong together are indented below a line that ends with `:`"));
            return true;
        }
        notWithBrace(index);
        List<Token> above = lines.getLast().words();
        if (above.getLast().getType() != SurfaceLexer.COLON) {
            above.add(Words.made(SurfaceLexer.COLON, ":", above.getLast().getStopIndex() + 1));
        }
        return true;
    }

    /** True for {@code if x:} and {@code if x}, not for {@code if x: n = 1}. */
    private static boolean isHead(Line line) {
        int colon = line.headColon();
        return Line.startsBlock(line.type(0)) && (colon < 0 || colon == line.words().size() - 1);
    }

    private void notWithBrace(int index) {
        open++;
        findings.add(Diagnostic.error(
                        SyntaxCode.COLON_MISSING, findings.span(words.get(index)), "a block starts with `:`, not with `{`")
                .hint("write `:` at the end of the line that the block belongs to, indent the lines of the block, and delete the braces"));
    }

    /** True if what stands next can be no entry of a dict or a set, or if nothing does. */
    private boolean holdsStatements(int from) {
        int first = from;
        while (type(first) == SurfaceLexer.LINE_BREAK) {
            first++;
        }
        int type = type(first);
        if (type == Token.EOF || type == SurfaceLexer.IF || type == SurfaceLexer.FOR || Words.isStatement(type)) {
            return true;
        }
        int after = Words.afterPath(words, first);
        return type == SurfaceLexer.NAME && (type(after) == SurfaceLexer.ASSIGN || type(after) == SurfaceLexer.AUGMENTED);
    }

    private int type(int index) {
        return index < words.size() ? words.get(index).getType() : Token.EOF;
    }
}
