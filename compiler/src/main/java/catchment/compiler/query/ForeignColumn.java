package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.grammar.source.Span;
import catchment.grammar.source.Position;
import java.util.Map;
import java.util.Optional;

/** Finds which column within a condition is of other rows than the frame's. */
final class ForeignColumn {
    private ForeignColumn() {}

    /**
     * The column, as near as it can be found.
     *
     * @param text as it is written
     * @param column its name; empty if it was not found
     */
    record Found(Span span, String text, Optional<String> column) {}

    static Found find(Given given, EventFrame frame, Call call) {
        Context context = call.context();
        Span argument = given.span();
        if (given.value() instanceof SeriesValue series) {
            for (Node node : Graph.postOrder(series.node())) {
                if (node instanceof SelectColumn column && !fits(column, frame) && sameRows(column, series.node())) {
                    Optional<Span> place = written(column, argument, context);
                    Span span = place.orElse(argument);
                    String table = Frames.name(column.source().table());
                    return new Found(
                            span,
                            place.isPresent() ? Words.source(span, context) : table + "." + column.name(),
                            place.isPresent() || Words.full(argument, context).equals(table + "." + column.name())
                                    ? Optional.of(column.name())
                                    : Optional.empty());
                }
            }
        }
        return new Found(argument, Words.source(argument, context), Optional.empty());
    }

    private static boolean fits(Series column, EventFrame frame) {
        return column.domain().encloses(frame.domain());
    }

    private static boolean sameRows(Series column, Series whole) {
        return column.domain().equals(whole.domain());
    }

    /** Where, within the argument, the column is written as a name, a dot and its name. */
    private static Optional<Span> written(SelectColumn column, Span argument, Context context) {
        Optional<Span> made = context.spans().of(column).filter(span -> inside(span, argument));
        if (made.isPresent()) {
            return made;
        }
        String text = context.sourceText(argument);
        for (Map.Entry<String, EvaluatedValue> name : context.visibleNames().entrySet()) {
            if (name.getValue() instanceof FrameValue frame && frame.node() == column.source()) {
                int at = text.indexOf(name.getKey() + "." + column.name());
                if (at >= 0 && (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)) && text.charAt(at - 1) != '.')) {
                    return Optional.of(within(argument, text, at, name.getKey().length() + 1 + column.name().length()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean inside(Span span, Span outer) {
        return span.file().equals(outer.file())
                && span.start().compareTo(outer.start()) >= 0
                && span.end().compareTo(outer.end()) <= 0;
    }

    private static Span within(Span outer, String text, int at, int length) {
        int line = outer.start().line();
        int column = outer.start().column();
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                column++;
            }
        }
        return new Span(outer.file(), new Position(line, column), new Position(line, column + length));
    }
}
