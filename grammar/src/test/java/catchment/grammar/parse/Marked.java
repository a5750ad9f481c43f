package catchment.grammar.parse;

import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;

/**
 * A text with a place in it: what stands between two {@code ^}. Where they follow each other the place is empty, and something is missing there.
 *
 * @param source the text without the marks
 * @param span the place
 */
record Marked(SourceText source, Span span) {
    static Marked of(String marked) {
        int first = marked.indexOf('^');
        int second = marked.indexOf('^', first + 1);
        if (first < 0 || second < 0 || marked.indexOf('^', second + 1) >= 0) {
            throw new IllegalArgumentException("two marks are needed: " + marked);
        }
        String text = marked.substring(0, first) + marked.substring(first + 1, second) + marked.substring(second + 1);
        SourceText source = new SourceText("study.ehrql", text);
        return new Marked(source, source.span(first, second - 1));
    }
}
