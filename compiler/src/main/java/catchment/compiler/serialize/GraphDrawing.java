package catchment.compiler.serialize;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query graph as a drawing, in the language of Graphviz: a box for each table, an ellipse for each operation, and an arrow from what is used to what uses it. What
 * is shared is drawn once. Boxes in bold are what the definition is made for.
 */
public final class GraphDrawing {
    /** Longer texts and lists are cut: the drawing shows how things hang together. */
    private static final int LONGEST = 40;
    private static final int SHOWN_VALUES = 3;

    private final StringBuilder text = new StringBuilder();
    private final Map<Node, String> names = new IdentityHashMap<>();

    private GraphDrawing() {}

    /** The drawing of a definition's dataset and measures; empty of nodes where it has neither. */
    public static String dot(Definition definition) {
        return new GraphDrawing().draw(definition);
    }

    private String draw(Definition definition) {
        Map<String, Node> wanted = new LinkedHashMap<>();
        definition.dataset().ifPresent(dataset -> add(dataset, wanted));
        definition.measures().ifPresent(measures -> measures.measures().forEach(measure -> add(measure, wanted)));
        text.append("digraph definition {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=11];\n  edge [fontname=\"sans-serif\", fontsize=9];\n");
        for (Node node : Graph.postOrder(wanted.values())) {
            names.put(node, "n" + (names.size() + 1));
            node(node);
        }
        int number = 0;
        for (Map.Entry<String, Node> one : wanted.entrySet()) {
            number++;
            line("w" + number, "label=" + quoted(one.getKey()) + ", shape=box, style=bold");
            text.append("  ").append(names.get(one.getValue())).append(" -> w").append(number).append(";\n");
        }
        return text.append("}\n").toString();
    }

    private static void add(DatasetDefinition dataset, Map<String, Node> wanted) {
        wanted.put("population", dataset.population());
        dataset.variables().forEach((name, series) -> wanted.put("dataset." + name, series));
        dataset.events().forEach((name, table) -> wanted.put("dataset." + name + " (events)", table));
    }

    private static void add(MeasuresDefinition.Measure measure, Map<String, Node> wanted) {
        wanted.put(measure.name() + ": numerator", measure.numerator());
        wanted.put(measure.name() + ": denominator", measure.denominator());
        measure.groupBy().forEach((name, series) -> wanted.put(measure.name() + ": group " + name, series));
    }

    private void node(Node node) {
        String shape = switch (node) {
            case SelectTable _, SelectPatientTable _, InlinePatientTable _ -> ", shape=box, style=filled, fillcolor=lightgrey";
            case Value _, ValueSet _, Parameter _ -> ", shape=plaintext";
            case Frame _ -> ", shape=box";
            case SelectColumn _, Function _, In _, Case _, Exists _, Count _, Aggregate _, CountEpisodes _, CombineAsSet _, SeriesCollection _ -> "";
        };
        line(names.get(node), "label=" + quoted(label(node)) + shape);
        List<Node> children = Graph.children(node);
        List<String> roles = roles(node);
        for (int i = 0; i < children.size(); i++) {
            String role = i < roles.size() && !roles.get(i).isEmpty() ? " [label=" + quoted(roles.get(i)) + "]" : "";
            text.append("  ").append(names.get(children.get(i))).append(" -> ").append(names.get(node)).append(role).append(";\n");
        }
    }

    private static String label(Node node) {
        return switch (node) {
            case SelectTable table -> table.definition().name();
            case SelectPatientTable table -> table.definition().name();
            case InlinePatientTable table -> table.definition().name() + " (inline)";
            case Filter _ -> "where";
            case Sort _ -> "sort by";
            case PickOneRowPerPatient pick -> pick.position().name().toLowerCase(Locale.ROOT) + " row per patient";
            case SeriesCollection collection -> String.join(", ", collection.members().keySet());
            case SelectColumn column -> column.name();
            case Value value -> value(value.value());
            case Parameter parameter -> parameter.name();
            case ValueSet set -> values(set);
            case Function function -> operation(function.operator());
            case In _ -> "is in";
            case Case _ -> "case";
            case Exists _ -> "exists";
            case Count _ -> "count";
            case Aggregate aggregate -> words(aggregate.kind().name());
            case CountEpisodes episodes -> "count of episodes, gaps up to " + episodes.maximumGapDays() + " days";
            case CombineAsSet _ -> "the patient's own values";
        };
    }

    private static String operation(Operator operator) {
        return switch (operator) {
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case AND -> "&";
            case OR -> "|";
            case NOT -> "~";
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case TRUE_DIVIDE -> "/";
            case FLOOR_DIVIDE -> "//";
            case POWER -> "**";
            case IS_NULL, NEGATE, ABSOLUTE, CAST_TO_INT, CAST_TO_FLOAT, DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS, DATE_DIFFERENCE_IN_DAYS,
                    DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS, YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE, TO_FIRST_OF_YEAR,
                    TO_FIRST_OF_MONTH, STRING_CONTAINS, MINIMUM_OF, MAXIMUM_OF -> words(operator.name());
        };
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String values(ValueSet set) {
        String some = set.values().stream().limit(SHOWN_VALUES).map(GraphDrawing::value).collect(Collectors.joining(", "));
        return set.values().size() <= SHOWN_VALUES ? some : set.values().size() + " values: " + some + ", …";
    }

    private static String value(Object value) {
        return switch (value) {
            case String string -> "\"" + string + "\"";
            case Boolean truth -> truth ? "True" : "False";
            default -> value.toString();
        };
    }

    /** What each child is to the node, where an arrow alone does not say it. */
    private static List<String> roles(Node node) {
        return switch (node) {
            case Filter _ -> List.of("", "condition");
            case Sort _ -> List.of("", "key");
            case In _ -> List.of("value", "set");
            case Function function when function.arguments().size() == 2 -> List.of("left", "right");
            case Case branches -> {
                List<String> roles = new ArrayList<>();
                for (int i = 1; i <= branches.branches().size(); i++) {
                    roles.add("when " + i);
                    if (branches.branches().get(i - 1).value().isPresent()) {
                        roles.add("then " + i);
                    }
                }
                branches.otherwise().ifPresent(_ -> roles.add("otherwise"));
                yield roles;
            }
            case SeriesCollection collection -> List.copyOf(collection.members().keySet());
            case Frame _, Value _, Parameter _, ValueSet _, SelectColumn _, Function _, Exists _, Count _, Aggregate _, CountEpisodes _,
                    CombineAsSet _ -> List.of();
        };
    }

    private void line(String name, String attributes) {
        text.append("  ").append(name).append(" [").append(attributes).append("];\n");
    }

    private static String quoted(String label) {
        String shortened = label.codePointCount(0, label.length()) <= LONGEST ? label : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
        StringBuilder quoted = new StringBuilder("\"");
        shortened.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n', '\r' -> quoted.append(' ');
                default -> quoted.append(Character.isISOControl(point) ? " " : Character.toString(point));
            }
        });
        return quoted.append('"').toString();
    }
}
