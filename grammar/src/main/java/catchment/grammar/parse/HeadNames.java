package catchment.grammar.parse;

import org.antlr.v4.runtime.Token;

/** What the head of a block is called in messages: {@code if}, {@code def had_event}. */
final class HeadNames {
    private HeadNames() {}

    static String of(Line line) {
        Token first = line.first();
        int type = first.getType();
        boolean named = (type == SurfaceLexer.DEF || type == SurfaceLexer.CLASS) && line.type(1) == SurfaceLexer.NAME;
        return named ? first.getText() + " " + line.words().get(1).getText() : first.getText();
    }
}
