package catchment.grammar.parse;

import catchment.grammar.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** A text as its words with what stands between them, for whom its layout matters. Of use only for a text that has no mistakes. */
public final class Wording {
    private static final Set<Integer> OPENERS = Set.of(SurfaceLexer.LEFT_PAREN, SurfaceLexer.LEFT_BRACKET, SurfaceLexer.LEFT_BRACE);
    private static final Set<Integer> VALUES = Set.of(
            SurfaceLexer.TRUE, SurfaceLexer.FALSE, SurfaceLexer.NONE, SurfaceLexer.INTEGER, SurfaceLexer.FLOAT, SurfaceLexer.IMAGINARY, SurfaceLexer.ELLIPSIS);
    private static final Set<Integer> FORMAT_STARTS =
            Set.of(SurfaceLexer.FORMAT_START_D, SurfaceLexer.FORMAT_START_S, SurfaceLexer.FORMAT_START_3D, SurfaceLexer.FORMAT_START_3S);

    private final String text;
    private final List<Lexeme> lexemes = new ArrayList<>();

    private Wording(String text) {
        this.text = text;
    }

    /** What kind of word. */
    public enum Kind {
        NAME,
        KEYWORD,
        /** A number, {@code True}, {@code None} … */
        VALUE,
        /** A string, or a whole f-string. */
        STRING,
        OPEN,
        CLOSE,
        COMMA,
        COLON,
        SEMICOLON,
        DOT,
        ASSIGN,
        OPERATOR,
        COMMENT,
        LINE_BREAK,
        /** A backslash at the end of a line. */
        JOIN
    }

    /**
     * One word.
     *
     * @param text as it is written
     * @param start its UTF-16 offset
     */
    public record Lexeme(Kind kind, String text, int start) {
        /** The offset behind it. */
        public int end() {
            return start + text.length();
        }
    }

    /** The words, comments and line ends of a text. */
    public static List<Lexeme> of(SourceText source) {
        return new Wording(source.text()).read(new Scanner(source, new Findings(source)).scan());
    }

    private List<Lexeme> read(List<Token> words) {
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            Token first = words.get(i);
            Token last = first;
            if (FORMAT_STARTS.contains(first.getType())) {
                int open = 1;
                while (open > 0) {
                    i++;
                    last = words.get(i);
                    open += FORMAT_STARTS.contains(last.getType()) ? 1 : last.getType() == SurfaceLexer.FORMAT_END ? -1 : 0;
                }
            }
            between(at, first.getStartIndex());
            at = last.getStopIndex() + 1;
            lexemes.add(new Lexeme(kind(first), text.substring(first.getStartIndex(), at), first.getStartIndex()));
        }
        between(at, text.length());
        return lexemes;
    }

    /** What the scanner leaves out, or takes for nothing within an f-string. */
    private void between(int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = at;
                while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                    end++;
                }
                lexemes.add(new Lexeme(Kind.COMMENT, text.substring(at, end), at));
                at = end;
            } else {
                if (c == '\\') {
                    lexemes.add(new Lexeme(Kind.JOIN, "\\", at));
                }
                at++;
            }
        }
    }

    private static Kind kind(Token word) {
        int type = word.getType();
        if (OPENERS.contains(type)) {
            return Kind.OPEN;
        }
        if (Words.isCloser(type)) {
            return Kind.CLOSE;
        }
        if (VALUES.contains(type)) {
            return Kind.VALUE;
        }
        if (FORMAT_STARTS.contains(type)) {
            return Kind.STRING;
        }
        return switch (type) {
            case SurfaceLexer.NAME -> Kind.NAME;
            case SurfaceLexer.STRING -> Kind.STRING;
            case SurfaceLexer.COMMA -> Kind.COMMA;
            case SurfaceLexer.COLON -> Kind.COLON;
            case SurfaceLexer.SEMICOLON -> Kind.SEMICOLON;
            case SurfaceLexer.DOT -> Kind.DOT;
            case SurfaceLexer.ASSIGN -> Kind.ASSIGN;
            case SurfaceLexer.LINE_BREAK -> Kind.LINE_BREAK;
            default -> type <= SurfaceLexer.YIELD && Character.isLetter(word.getText().charAt(0)) ? Kind.KEYWORD : Kind.OPERATOR;
        };
    }

    /** The comments of a text, in the order of the alphabet, each with one space at most after its sign: what a layout must keep. */
    public static List<String> comments(List<Lexeme> lexemes) {
        return lexemes.stream().filter(one -> one.kind() == Kind.COMMENT).map(one -> one.text().substring(1).strip()).sorted().toList();
    }
}
