package catchment.grammar.layout;

import catchment.grammar.parse.Wording;
import catchment.grammar.parse.Wording.Lexeme;
import catchment.grammar.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a text out anew: the same words and comments, one statement a line, lines of 88 characters where that can be had, four spaces for a block, one empty line at most
 * between statements of a block and two at the margin, where also two stand around functions and classes. A layout laid out anew stays as it is.
 */
public final class Layout {
    private static final int MOST_PASSES = 5;

    private Layout() {}

    /**
     * The text in its layout, with the line ends that it had.
     *
     * @param source a text without mistakes
     * @throws IllegalStateException if a word or a comment would be lost: a fault of the layout
     */
    public static String of(SourceText source) {
        String text = source.text();
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String next = once(new SourceText(source.file(), text));
            if (next.equals(text)) {
                break;
            }
            text = next;
        }
        List<Lexeme> before = Wording.of(source);
        List<Lexeme> after = Wording.of(new SourceText(source.file(), text));
        if (!meant(before).equals(meant(after)) || !Wording.comments(before).equals(Wording.comments(after))) {
            throw new IllegalStateException("a layout that changes the text");
        }
        return text;
    }

    /** The words that mean something: not a comma before a closing bracket, not a semicolon. */
    private static List<String> meant(List<Lexeme> lexemes) {
        List<String> words = new ArrayList<>();
        for (Lexeme lexeme : lexemes) {
            switch (lexeme.kind()) {
                case COMMENT, LINE_BREAK, JOIN, SEMICOLON -> {}
                case CLOSE -> {
                    if (words.getLast().equals(",")) {
                        words.removeLast();
                    }
                    words.add(lexeme.text());
                }
                default -> words.add(lexeme.text());
            }
        }
        return words;
    }

    private static String once(SourceText source) {
        String text = source.text();
        List<Item> items = Items.of(text, Wording.of(source));
        List<String> lines = new ArrayList<>();
        LineWriter writer = new LineWriter(lines);
        int[] blanks = new BlankLines(items).all();
        for (int i = 0; i < items.size(); i++) {
            for (int blank = 0; blank < blanks[i]; blank++) {
                lines.add("");
            }
            switch (items.get(i)) {
                case Item.Remark remark -> lines.add(" ".repeat(remark.level() * LineWriter.INDENT) + remark.text());
                case Item.Line line -> writer.statement(line.words(), line.level() * LineWriter.INDENT);
            }
        }
        String end = text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
        return lines.isEmpty() ? "" : String.join(end, lines) + end;
    }
}
