package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Makes the words that the grammar reads from the logical lines: {@code NEWLINE} after each, {@code INDENT} and {@code DEDENT} where blocks begin and end.
 *
 * <p>What is made always nests. A line that is indented wrongly is put into the block that it most likely belongs to, and the same wrong indentation on the
 * lines below it is not reported again.
 */
final class Blocks {
    /** As many as Python allows. */
    private static final int DEEPEST = 100;

    private final List<Line> lines;
    private final Findings findings;
    private final String text;
    private final List<Token> words = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private boolean tooDeep;
    private int current;
    private int courtesyEnd;

    /** A block that is open: how its lines are indented, and in what other ways some of them are. */
    private record Level(
            String indentation, int width, int characters, int line, boolean courtesy, List<String> aliases) {
        static Level of(String indentation, int line, boolean courtesy) {
            return new Level(
                    indentation, Line.width(indentation), Line.characters(indentation), line, courtesy, new ArrayList<>());
        }
    }

    Blocks(List<Line> lines, Findings findings) {
        this.lines = lines;
        this.findings = findings;
        SourceText source = findings.source();
        this.text = source.text();
    }

    List<Token> words() {
        levels.add(Level.of("", 0, false));
        boolean opened = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String indentation = indentation(line);
            current = i;
            if (opened) {
                opened = begin(i, indentation);
            } else {
                place(line, indentation);
            }
            add(line);
            if (opened && i >= courtesyEnd && !line.opensBlock()) {
                // The line below a head without a block is taken for its block.
                dedent();
            }
            opened = line.opensBlock() || isHeadByCourtesy(i, indentation);
        }
        if (opened && !Unreadable.is(lines.getLast())) {
            missingAtEnd(lines.getLast());
        }
        while (levels.size() > 1) {
            dedent();
        }
        return words;
    }

    /** A line that could not be read is taken for a head if the next one stands deeper. */
    private boolean isHeadByCourtesy(int index, String indentation) {
        Line line = lines.get(index);
        if (!Unreadable.is(line) || index + 1 == lines.size()) {
            return false;
        }
        Line next = lines.get(index + 1);
        boolean deeper = Line.width(indentation(next)) > Line.width(indentation) && words.get(words.size() - 2) == line.first();
        if (deeper) {
            Unreadable.makeHead(line);
        }
        return deeper;
    }

    private String indentation(Line line) {
        return text.substring(line.start(), Math.max(line.start(), line.first().getStartIndex()));
    }

    private void add(Line line) {
        words.addAll(line.words());
        words.add(Words.made(SurfaceLexer.NEWLINE, "\n", line.last().getStopIndex() + 1));
    }

    private void dedent() {
        levels.removeLast();
        words.add(Words.made(SurfaceLexer.DEDENT, "", words.getLast().getStartIndex()));
    }

    private void indent(Line line, Level level) {
        levels.add(level);
        words.add(Words.made(SurfaceLexer.INDENT, "", line.first().getStartIndex()));
    }

    private int number(Line line) {
        return findings.span(line.first()).start().line();
    }

    /** The first line after a head. Returns true if it stands no deeper and is a block by courtesy. */
    private boolean begin(int index, String indentation) {
        Line line = lines.get(index);
        Level top = levels.getLast();
        int width = Line.width(indentation);
        if (width > top.width() && levels.size() <= DEEPEST) {
            if (Line.characters(indentation) <= top.characters()) {
                mixed(line, indentation, top, top.indentation() + "    ");
            }
            indent(line, Level.of(indentation, number(line), false));
            return false;
        }
        Line head = lines.get(index - 1);
        if (Unreadable.is(head) && width <= top.width()) {
            place(line, indentation);
            return false;
        }
        if (width > top.width()) {
            if (!tooDeep) {
                findings.add(Diagnostic.error(
                                SyntaxCode.TOO_DEEPLY_NESTED,
                                findings.span(line.first()),
                                "blocks stand more than " + DEEPEST + " deep in each other")
                        .hint("move inner blocks into functions"));
            }
            tooDeep = true;
            top.aliases().add(indentation);
            stub();
        } else if (width == top.width() && !continuesHead(line.first().getType())) {
            courtesyEnd = courtesyEnd(index, head, indentation);
            notIndented(index, head);
            indent(line, Level.of(indentation, number(line), true));
            return true;
        } else {
            missing(head);
            stub();
        }
        place(line, indentation);
        return false;
    }

    private void notIndented(int index, Line head) {
        Line line = lines.get(index);
        Span whole = findings.span(line.first(), line.last());
        Diagnostic diagnostic = Diagnostic.error(
                        SyntaxCode.BLOCK_MISSING,
                        whole.start().line() == whole.end().line() ? whole : findings.span(line.first()),
                        "`" + HeadNames.of(head) + "` on line " + number(head)
                                + " needs an indented block, and this line is not indented")
                .hint("indent the lines that belong to it by 4 spaces");
        for (int i = index; i <= courtesyEnd; i++) {
            diagnostic = diagnostic.fix(findings.span(lines.get(i).first()).before(), "    ");
        }
        findings.add(diagnostic);
    }

    /** The last line that is taken for a block that is not indented: of a function up to its {@code return}, else one. */
    private int courtesyEnd(int index, Line head, String indentation) {
        if (head.type(0) != SurfaceLexer.DEF) {
            return index;
        }
        for (int i = index; i < lines.size(); i++) {
            int type = lines.get(i).type(0);
            boolean same = indentation(lines.get(i)).equals(indentation);
            if (same && type == SurfaceLexer.RETURN) {
                return i;
            }
            if (same && (type == SurfaceLexer.DEF || type == SurfaceLexer.CLASS || type == SurfaceLexer.IMPORT || type == SurfaceLexer.FROM)
                    || Line.width(indentation(lines.get(i))) < Line.width(indentation)) {
                break;
            }
        }
        return index;
    }

    private static boolean continuesHead(int type) {
        return type == SurfaceLexer.ELSE
                || type == SurfaceLexer.ELIF
                || type == SurfaceLexer.EXCEPT
                || type == SurfaceLexer.FINALLY;
    }

    private void missing(Line head) {
        if (head.guessed()) {
            return;
        }
        findings.add(Diagnostic.error(
                        SyntaxCode.BLOCK_MISSING,
                        findings.span(head.first(), head.last()),
                        "`" + HeadNames.of(head) + "` needs an indented block below it, and there is none")
                .hint("write the lines that belong to it, indented by 4 spaces; `pass` does nothing"));
    }

    private void missingAtEnd(Line head) {
        missing(head);
        stub();
    }

    /** A block that does nothing, for a head that has none. */
    private void stub() {
        int at = words.getLast().getStartIndex();
        words.add(Words.made(SurfaceLexer.INDENT, "", at));
        words.add(Words.made(SurfaceLexer.PASS, "pass", at));
        words.add(Words.made(SurfaceLexer.NEWLINE, "\n", at));
        words.add(Words.made(SurfaceLexer.DEDENT, "", at));
    }

    /** A line that no head stands before. */
    private void place(Line line, String indentation) {
        int width = Line.width(indentation);
        int characters = Line.characters(indentation);
        for (int i = levels.size() - 1; i >= 0; i--) {
            Level level = levels.get(i);
            if (level.indentation().equals(indentation)
                    || level.aliases().contains(indentation)
                    || level.width() == width && level.characters() == characters) {
                dedentTo(level.courtesy() && current > courtesyEnd && !continuesHead(line.first().getType()) ? i - 1 : i);
                return;
            }
        }
        int level = continuesHead(line.first().getType()) ? below(width) : nearest(width);
        if (isMixed(indentation, levels.get(level))) {
            dedentTo(level);
            mixed(line, indentation, levels.getLast(), levels.getLast().indentation());
        } else if (width > levels.getLast().width() && level == levels.size() - 1) {
            unexpected(line, indentation, levels.getLast());
        } else {
            dedentTo(level);
            mismatch(line, indentation);
        }
        levels.getLast().aliases().add(indentation);
    }

    private void dedentTo(int level) {
        while (levels.size() - 1 > level) {
            dedent();
        }
    }

    /** The block that a head like {@code elif} goes on with: the deepest that stands less deep than what stands below the head. */
    private int below(int width) {
        int level = levels.size() - 1;
        while (level > 0 && levels.get(level).width() > width) {
            level--;
        }
        return level;
    }

    private int nearest(int width) {
        int best = levels.size() - 1;
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (Math.abs(levels.get(i).width() - width) < Math.abs(levels.get(best).width() - width)) {
                best = i;
            }
        }
        return best;
    }

    /** True if the one uses tabs where the other uses spaces, so that how deep they are depends on the width of a tab. */
    private static boolean isMixed(String indentation, Level level) {
        boolean tabs = indentation.indexOf('\t') >= 0 != level.indentation().indexOf('\t') >= 0;
        int order = Integer.compare(Line.width(indentation), level.width());
        int otherOrder = Integer.compare(Line.characters(indentation), level.characters());
        return level.width() > 0 && !indentation.isEmpty() && (tabs || order != otherOrder);
    }

    private void mixed(Line line, String indentation, Level level, String mended) {
        findings.add(Diagnostic.error(
                        SyntaxCode.INDENT_TABS_AND_SPACES,
                        findings.source().span(line.start(), line.first().getStartIndex()),
                        "line " + number(line) + " is indented with " + described(indentation) + ", line " + level.line()
                                + " with " + described(level.indentation()))
                .hint("they may look alike but do not match; indent this line like line " + level.line()
                        + ", and every line with spaces only")
                .fix(findings.source().span(line.start(), line.first().getStartIndex()), mended));
    }

    private static String described(String indentation) {
        int tabs = (int) indentation.chars().filter(c -> c == '\t').count();
        int spaces = indentation.length() - tabs;
        String ofTabs = tabs == 1 ? "a tab" : tabs + " tabs";
        String ofSpaces = spaces == 1 ? "1 space" : spaces + " spaces";
        return tabs == 0 ? ofSpaces : spaces == 0 ? ofTabs : ofTabs + " and " + ofSpaces;
    }

    private void unexpected(Line line, String indentation, Level top) {
        int kept = Math.min(top.indentation().length(), indentation.length());
        Span surplus = findings.source().span(line.start() + kept, line.first().getStartIndex());
        findings.add(Diagnostic.error(
                        SyntaxCode.INDENT_UNEXPECTED,
                        surplus,
                        "this line is indented, but nothing above it opens a block")
                .hint(described(indentation.substring(kept)) + " too many before `" + line.first().getText()
                        + "`; the lines around it start in column " + (kept + 1))
                .fix(surplus, ""));
    }

    private void mismatch(Line line, String indentation) {
        Level level = levels.getLast();
        findings.add(Diagnostic.error(
                        SyntaxCode.INDENT_MISMATCH,
                        findings.source().span(line.start(), line.first().getStartIndex()),
                        "this line is indented by " + described(indentation) + ", which fits no line above it")
                .hint(level.width() == 0 ? "the nearest that fits starts in column 1" : "the nearest that fits is " + described(level.indentation()) + ", as on line " + level.line())
                .fix(findings.source().span(line.start(), line.first().getStartIndex()), level.indentation()));
    }
}
