package catchment.grammar.parse;

import org.antlr.v4.runtime.Token;

/** {@code match}, {@code case} and {@code type} are names, and words of the language only where a statement starts with them and nothing else can be meant. */
final class SoftKeywords {
    private SoftKeywords() {}

    static void mark(Line line) {
        if (line.type(0) != SurfaceLexer.NAME) {
            return;
        }
        Token first = line.first();
        int next = line.type(1);
        switch (first.getText()) {
            case "match", "case" -> {
                boolean value = Words.startsValue(next) || Words.isOpener(next) || next == SurfaceLexer.MINUS || next == SurfaceLexer.STAR;
                if (value && line.headColon() > 1) {
                    int type = first.getText().equals("match") ? SurfaceLexer.MATCH : SurfaceLexer.CASE;
                    line.words().set(0, Words.retyped(first, type, first.getText()));
                }
            }
            case "type" -> {
                if (next == SurfaceLexer.NAME && (line.type(2) == SurfaceLexer.ASSIGN || line.type(2) == SurfaceLexer.LEFT_BRACKET)) {
                    line.words().set(0, Words.retyped(first, SurfaceLexer.TYPE, "type"));
                }
            }
            default -> {
                // A name.
            }
        }
    }
}
