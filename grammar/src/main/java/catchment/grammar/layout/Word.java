package catchment.grammar.layout;

import catchment.grammar.parse.Wording.Kind;
import catchment.grammar.parse.Wording.Lexeme;
import java.util.ArrayList;
import java.util.List;

/** A word on its way into a layout, with the comments that go with it. */
final class Word implements Piece {
    private final Lexeme lexeme;
    private final boolean joined;
    private final List<String> leading = new ArrayList<>();
    private String trailing = "";
    private boolean spaced;
    private boolean attached;

    /**
     * @param joined whether a backslash joins its line to the one before
     */
    Word(Lexeme lexeme, boolean joined) {
        this.lexeme = lexeme;
        this.joined = joined;
    }

    Kind kind() {
        return lexeme.kind();
    }

    String text() {
        return lexeme.text();
    }

    boolean is(Kind kind, String text) {
        return lexeme.kind() == kind && lexeme.text().equals(text);
    }

    int end() {
        return lexeme.end();
    }

    boolean isJoined() {
        return joined;
    }

    /** Comments on lines of their own before it. */
    List<String> leading() {
        return leading;
    }

    /** The comment behind it on its line; empty if there is none. */
    String trailing() {
        return trailing;
    }

    void trailing(String comment) {
        trailing = comment;
    }

    boolean hasComment() {
        return !leading.isEmpty() || !trailing.isEmpty();
    }

    /** Whether a space stands before it where it is not the first of a line. */
    boolean isSpaced() {
        return spaced;
    }

    void spaced(boolean value) {
        spaced = value;
    }

    /** For an opening bracket: whether it is that of a call, of a subscript, of parameters. */
    boolean isAttached() {
        return attached;
    }

    void attached(boolean value) {
        attached = value;
    }

    @Override
    public Word first() {
        return this;
    }

    @Override
    public Word last() {
        return this;
    }
}
