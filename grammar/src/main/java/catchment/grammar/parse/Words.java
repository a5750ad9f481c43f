package catchment.grammar.parse;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** What kinds of word there are, and how one that is missing is made. */
final class Words {
    private Words() {}

    /** A word that is not in the text: it stands, empty, at {@code offset}. */
    static CommonToken made(int type, String text, int offset) {
        CommonToken token = new CommonToken(type, text);
        token.setStartIndex(offset);
        token.setStopIndex(offset - 1);
        return token;
    }

    /** A word that stands for the text from {@code first} to {@code last}. */
    static CommonToken spanning(int type, String text, Token first, Token last) {
        CommonToken token = new CommonToken(type, text);
        token.setStartIndex(first.getStartIndex());
        token.setStopIndex(last.getStopIndex());
        return token;
    }

    static CommonToken spanning(int type, String text, int start, int end) {
        CommonToken token = new CommonToken(type, text);
        token.setStartIndex(start);
        token.setStopIndex(end - 1);
        return token;
    }

    /** The same word as another kind. */
    static CommonToken retyped(Token token, int type, String text) {
        return spanning(type, text, token, token);
    }

    static boolean isOpener(int type) {
        return type == SurfaceLexer.LEFT_PAREN
                || type == SurfaceLexer.LEFT_BRACKET
                || type == SurfaceLexer.LEFT_BRACE
                || type == SurfaceLexer.FORMAT_OPEN;
    }

    static boolean isCloser(int type) {
        return type == SurfaceLexer.RIGHT_PAREN
                || type == SurfaceLexer.RIGHT_BRACKET
                || type == SurfaceLexer.RIGHT_BRACE;
    }

    /** The kind of bracket that closes one of kind {@code opener}. */
    static int closerOf(int opener) {
        return switch (opener) {
            case SurfaceLexer.LEFT_PAREN -> SurfaceLexer.RIGHT_PAREN;
            case SurfaceLexer.LEFT_BRACKET -> SurfaceLexer.RIGHT_BRACKET;
            default -> SurfaceLexer.RIGHT_BRACE;
        };
    }

    static String closerText(int closer) {
        return switch (closer) {
            case SurfaceLexer.RIGHT_PAREN -> ")";
            case SurfaceLexer.RIGHT_BRACKET -> "]";
            default -> "}";
        };
    }

    static boolean isKeyword(int type) {
        return type >= SurfaceLexer.AND && type <= SurfaceLexer.YIELD;
    }

    /** A word that can stand last in a value. */
    static boolean endsValue(int type) {
        return isCloser(type)
                || isLiteral(type)
                || type == SurfaceLexer.NAME
                || type == SurfaceLexer.FORMAT_END
                || type == SurfaceLexer.TRUE
                || type == SurfaceLexer.FALSE
                || type == SurfaceLexer.NONE
                || type == SurfaceLexer.ELLIPSIS
                || type == SurfaceLexer.UNREADABLE;
    }

    /** A word that can stand first in a value and never after one: no bracket, no sign. */
    static boolean startsValue(int type) {
        return isLiteral(type)
                || isFormatStart(type)
                || type == SurfaceLexer.NAME
                || type == SurfaceLexer.TRUE
                || type == SurfaceLexer.FALSE
                || type == SurfaceLexer.NONE
                || type == SurfaceLexer.UNREADABLE;
    }

    static boolean isLiteral(int type) {
        return type == SurfaceLexer.STRING || isNumber(type);
    }

    static boolean isNumber(int type) {
        return type == SurfaceLexer.INTEGER || type == SurfaceLexer.FLOAT || type == SurfaceLexer.IMAGINARY;
    }

    static boolean isFormatStart(int type) {
        return type == SurfaceLexer.FORMAT_START_D
                || type == SurfaceLexer.FORMAT_START_S
                || type == SurfaceLexer.FORMAT_START_3D
                || type == SurfaceLexer.FORMAT_START_3S;
    }

    /** A word that joins two values and nothing else. */
    static boolean isOperator(int type) {
        return switch (type) {
            case SurfaceLexer.AND, SurfaceLexer.OR, SurfaceLexer.EQUAL, SurfaceLexer.NOT_EQUAL, SurfaceLexer.LESS,
                    SurfaceLexer.LESS_EQUAL, SurfaceLexer.GREATER, SurfaceLexer.GREATER_EQUAL, SurfaceLexer.PLUS,
                    SurfaceLexer.MINUS, SurfaceLexer.STAR, SurfaceLexer.POWER, SurfaceLexer.SLASH,
                    SurfaceLexer.DOUBLE_SLASH, SurfaceLexer.PERCENT, SurfaceLexer.AMPERSAND, SurfaceLexer.BAR,
                    SurfaceLexer.CARET, SurfaceLexer.SHIFT_LEFT, SurfaceLexer.SHIFT_RIGHT, SurfaceLexer.IN,
                    SurfaceLexer.IS, SurfaceLexer.AT -> true;
            default -> false;
        };
    }

    /** The index of the bracket that closes the one at {@code open}, or the end. */
    static int closing(List<? extends Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            if (isOpener(type)) {
                depth++;
            } else if (isCloser(type) && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** A word that only a statement starts with. */
    static boolean isStatement(int type) {
        return switch (type) {
            case SurfaceLexer.DEF, SurfaceLexer.CLASS, SurfaceLexer.IMPORT, SurfaceLexer.FROM, SurfaceLexer.RETURN,
                    SurfaceLexer.WITH, SurfaceLexer.WHILE, SurfaceLexer.TRY, SurfaceLexer.PASS, SurfaceLexer.BREAK,
                    SurfaceLexer.CONTINUE, SurfaceLexer.DEL, SurfaceLexer.ASSERT, SurfaceLexer.RAISE,
                    SurfaceLexer.GLOBAL, SurfaceLexer.NONLOCAL, SurfaceLexer.ELIF, SurfaceLexer.EXCEPT,
                    SurfaceLexer.FINALLY -> true;
            default -> false;
        };
    }

    /** The index after {@code a.b.c}. */
    static int afterPath(List<? extends Token> tokens, int index) {
        int after = index + 1;
        while (after + 1 < tokens.size()
                && tokens.get(after).getType() == SurfaceLexer.DOT
                && tokens.get(after + 1).getType() == SurfaceLexer.NAME) {
            after += 2;
        }
        return after;
    }
}
