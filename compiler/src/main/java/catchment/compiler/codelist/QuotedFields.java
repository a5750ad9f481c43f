package catchment.compiler.codelist;

import catchment.grammar.source.SourceText;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;

/** Finds the place of a field in a record that has quotes. */
final class QuotedFields {
    private final SourceText text;

    QuotedFields(SourceText text) {
        this.text = text;
    }

    /** Where the field stands, quotes included. */
    Span span(int line, int column) {
        String all = text.text();
        int at = text.offset(new Position(line, 1));
        for (int i = 0; i < column; i++) {
            int end = end(all, at);
            if (end >= all.length() || all.charAt(end) != ',') {
                return text.span(end, end);
            }
            at = end + 1;
        }
        return text.span(at, end(all, at));
    }

    private static int end(String all, int start) {
        boolean quoted = start < all.length() && all.charAt(start) == '"';
        int at = quoted ? start + 1 : start;
        while (at < all.length()) {
            char c = all.charAt(at);
            if (quoted && c == '"') {
                if (at + 1 < all.length() && all.charAt(at + 1) == '"') {
                    at++;
                } else {
                    quoted = false;
                }
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                return at;
            }
            at++;
        }
        return at;
    }
}
