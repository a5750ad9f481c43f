package catchment.runtime.explain;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Chains;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Value;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of a definition as its author wrote them. */
public final class Clauses {
    private static final int LONGEST = 70;

    private final Spans spans;
    private final Map<String, SourceText> sources;
    private final Map<Node, Span> texts;

    /**
     * @param sources the texts that spans point into, by file
     */
    public Clauses(Spans spans, Map<String, SourceText> sources) {
        this.spans = spans;
        this.sources = sources;
        this.texts = spans.texts();
    }

    /** A series in its author's words if these mean it and nothing else, else as it could be written, on one line, between back ticks; a value as it is. */
    String text(Series series) {
        return series instanceof Value value ? Described.value(Optional.of(value.value())) : "`" + shortened(words(series)) + "`";
    }

    /** The same, however long, and without back ticks. */
    public String whole(Series series) {
        return words(series);
    }

    private String words(Series series) {
        return new Formula(this::written).of(series);
    }

    /** What the author wrote for a series, and for nothing else. Empty if a library method made it, or a text that makes several. */
    private Optional<String> written(Series series) {
        return Optional.ofNullable(texts.get(series)).flatMap(this::source).filter(text -> fits(series, text));
    }

    /** Whether a text can be what made a series. What a method of a library table makes has the place of the call, or of an argument of it. */
    private static boolean fits(Series series, String text) {
        boolean literal = "\"'0123456789".indexOf(text.charAt(0)) >= 0 && text.indexOf(' ') < 0;
        return !literal
                && switch (series) {
                    case SelectColumn column -> text.endsWith(column.name()) || text.endsWith(")") && text.startsWith("getattr");
                    // A name makes nothing: it stands for an argument.
                    case Function _, In _, Case _, Exists _, Count _, Aggregate _, CountEpisodes _, CombineAsSet _ ->
                            text.codePoints().anyMatch(letter -> letter != '_' && !Character.isLetterOrDigit(letter));
                    case Value _, Parameter _ -> true;
                };
    }

    private Optional<String> source(Span span) {
        return Optional.ofNullable(sources.get(span.file()))
                .map(source -> source.text(span).strip().replaceAll("\\s*\\R\\s*", " "))
                .filter(text -> !text.isEmpty());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** Where a node was made, in brackets after a blank; nothing if that is not known. */
    String where(Node node) {
        return spans.of(node).filter(span -> sources.containsKey(span.file())).map(span -> " (" + span.file() + ":" + span.start().line() + ")").orElse("");
    }

    /** How many rows the patient has of a table, and what each filter above it leaves of them. */
    String rows(Frame frame, long patient, Observed observed) {
        List<Filter> filters = new ArrayList<>();
        Frame at = frame;
        while (true) {
            switch (at) {
                case Filter filter -> {
                    filters.addFirst(filter);
                    at = filter.source();
                }
                case Sort sort -> at = sort.source();
                case PickOneRowPerPatient pick -> at = pick.source();
                case SelectTable _, SelectPatientTable _, InlinePatientTable _ -> {
                    return rows(at, filters, patient, observed);
                }
            }
        }
    }

    private String rows(Frame table, List<Filter> filters, long patient, Observed observed) {
        long left = observed.rows(table, patient);
        StringBuilder line = new StringBuilder("the patient has " + rows(left) + " of `" + name(table) + "`");
        for (Filter filter : filters) {
            if (left == 0) {
                break;
            }
            left = observed.rows(filter, patient);
            List<Series> conditions = Chains.operands(filter.condition(), Operator.AND);
            if (conditions.size() == 1) {
                line.append("; ").append(text(filter.condition())).append(" keeps ").append(number(left));
            } else {
                line.append("; ");
                for (Series condition : conditions) {
                    line.append(text(condition)).append(" holds for ").append(number(observed.rows(filter, condition, patient))).append(", ");
                }
                line.append("together they keep ").append(number(left));
            }
            line.append(where(filter.condition()));
        }
        return line.toString();
    }

    /** "1 row", "no row". */
    static String rows(long count) {
        return count == 0 ? "no row" : count + (count == 1 ? " row" : " rows");
    }

    private static String number(long count) {
        return count == 0 ? "none" : Long.toString(count);
    }

    /** What a definition calls the table at the bottom of a frame. */
    static String name(Frame frame) {
        return switch (frame.table()) {
            case SelectTable table -> table.definition().className();
            case SelectPatientTable table -> table.definition().className();
            case InlinePatientTable table -> table.definition().className();
            case EventFrame _, PickOneRowPerPatient _ -> throw new IllegalArgumentException("no table at the bottom");
        };
    }
}
