package catchment.grammar.parse;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** One logical line: the words of a statement, or of the head of a block. What is mended of it is mended in place. */
final class Line {
    private final int start;
    private final List<Token> words;
    private boolean guessed;

    /**
     * @param start the offset of the line of text that it begins on
     * @param words without the line's end; never empty
     * @param guessed true if where it ends was guessed: then what does not fit in it needs no words of its own
     */
    Line(int start, List<Token> words, boolean guessed) {
        this.start = start;
        this.words = words;
        this.guessed = guessed;
    }

    int start() {
        return start;
    }

    List<Token> words() {
        return words;
    }

    boolean guessed() {
        return guessed;
    }

    void markGuessed() {
        guessed = true;
    }

    Token first() {
        return words.getFirst();
    }

    Token last() {
        return words.getLast();
    }

    /** The kind of the word at an index; end of file beyond the last. */
    int type(int index) {
        return index >= 0 && index < words.size() ? words.get(index).getType() : Token.EOF;
    }

    /** True if a block is to follow: it ends in a colon. */
    boolean opensBlock() {
        int type = first().getType();
        return type == SurfaceLexer.UNREADABLE_HEADER || (last().getType() == SurfaceLexer.COLON && startsBlock(type));
    }

    /** True for words that a block's head starts with. */
    static boolean startsBlock(int type) {
        return switch (type) {
            case SurfaceLexer.IF, SurfaceLexer.ELIF, SurfaceLexer.ELSE, SurfaceLexer.FOR, SurfaceLexer.WHILE,
                    SurfaceLexer.WITH, SurfaceLexer.TRY, SurfaceLexer.EXCEPT, SurfaceLexer.FINALLY, SurfaceLexer.DEF,
                    SurfaceLexer.CLASS, SurfaceLexer.ASYNC, SurfaceLexer.MATCH, SurfaceLexer.CASE,
                    SurfaceLexer.UNREADABLE_HEADER -> true;
            default -> false;
        };
    }

    /** The index of the colon that ends the head of a block, or -1. */
    int headColon() {
        int depth = 0;
        int lambdas = 0;
        for (int i = 0; i < words.size(); i++) {
            int type = words.get(i).getType();
            if (Words.isOpener(type)) {
                depth++;
            } else if (Words.isCloser(type)) {
                depth--;
            } else if (depth == 0 && type == SurfaceLexer.LAMBDA) {
                lambdas++;
            } else if (depth == 0 && type == SurfaceLexer.COLON && lambdas-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /** How deep an indentation is, as Python measures it: a tab goes on to the next multiple of eight. */
    static int width(String indentation) {
        int width = 0;
        for (int i = 0; i < indentation.length(); i++) {
            char c = indentation.charAt(i);
            width = c == '\t' ? (width / 8 + 1) * 8 : c == '\f' ? 0 : width + 1;
        }
        return width;
    }

    /** The same with a tab counted as one: where the two measures disagree, tabs and spaces are mixed. */
    static int characters(String indentation) {
        return indentation.length() - indentation.lastIndexOf('\f') - 1;
    }
}
