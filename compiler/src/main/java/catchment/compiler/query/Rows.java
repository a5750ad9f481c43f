package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.model.Domain;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** Which series can stand side by side: those of one frame's rows, and those of the patient with any. */
final class Rows {
    private Rows() {}

    /** Whether the parts have rows in common; reports if not. */
    static boolean belongTogether(List<Taken.OfSeries> parts, Span whole, Context context) {
        Optional<Taken.OfSeries> first = Optional.empty();
        for (Taken.OfSeries part : parts) {
            Domain domain = part.series().domain();
            if (domain.isPatient()) {
                continue;
            }
            if (first.isEmpty()) {
                first = Optional.of(part);
            } else if (!first.get().series().domain().equals(domain)) {
                context.report(apart(first.get(), part, whole, context));
                return false;
            }
        }
        return true;
    }

    private static Diagnostic apart(Taken.OfSeries one, Taken.OfSeries other, Span whole, Context context) {
        String oneTable = tableName(one.series());
        String otherTable = tableName(other.series());
        String oneText = Words.source(one.span(), context);
        String otherText = Words.source(other.span(), context);
        if (oneTable.equals(otherTable)) {
            return Diagnostic.error(
                            QueryCode.ROWS_OF_TWO_TABLES,
                            whole,
                            Words.tick(oneText) + " and " + Words.tick(otherText) + " are of " + Words.tick(oneTable) + " with different filters, so their rows cannot be paired")
                    .hint("put all conditions into one `where(…)` and use its columns on both sides")
                    .hint(reduced(other, otherText));
        }
        return Diagnostic.error(
                        QueryCode.ROWS_OF_TWO_TABLES,
                        whole,
                        "rows of " + Words.tick(oneTable) + " and rows of " + Words.tick(otherTable) + " cannot be paired: a patient may have any number of each")
                .hint(reduced(other, otherText))
                .hint(reduced(one, oneText));
    }

    private static String reduced(Taken.OfSeries part, String text) {
        String method = part.series().type().isNumeric() || part.series().type() == catchment.compiler.model.Type.DATE
                ? ".minimum_for_patient()"
                : ".sort_by(…).first_for_patient()";
        return method.startsWith(".sort")
                ? "pick one row per patient of " + tableName(part.series()) + ": `sort_by(…).first_for_patient()`"
                : "reduce one side to one value per patient: " + Words.tick(text + method);
    }

    /** The table whose rows a series has values for; empty text for the patient. */
    static String tableName(Series series) {
        return series.domain().rows().map(frame -> Frames.name(frame.table())).orElse("");
    }

    /** The frame whose rows a series has values for. */
    static Optional<EventFrame> frame(Series series) {
        return series.domain().rows();
    }
}
