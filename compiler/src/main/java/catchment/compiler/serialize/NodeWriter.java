package catchment.compiler.serialize;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.compiler.serialize.ValueWriter.Part;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes nodes and references to them. */
final class NodeWriter {
    private final ValueWriter values;
    private final NodeNumbers numbers;
    private final SchemaWriter schemas;

    NodeWriter(ValueWriter values, NodeNumbers numbers) {
        this.values = values;
        this.numbers = numbers;
        this.schemas = new SchemaWriter(values);
    }

    ValueWriter values() {
        return values;
    }

    NodeNumbers numbers() {
        return numbers;
    }

    private record Field(String name, Part part) {}

    /** A node in full. */
    void node(Node node) throws IOException {
        switch (node) {
            case SelectColumn column -> fields("SelectColumn", child("source", column.source()), text("name", column.name()));
            case Filter filter -> fields("Filter", child("source", filter.source()), child("condition", filter.condition()));
            case Sort sort -> fields("Sort", child("source", sort.source()), child("sort_by", sort.key()));
            case PickOneRowPerPatient pick -> fields(
                    "PickOneRowPerPatient",
                    child("source", pick.source()),
                    new Field(
                            "position",
                            () -> values.wrapped("Position", () -> values.text(pick.position().name().toLowerCase(Locale.ROOT)))));
            case SeriesCollection collection -> fields("SeriesCollectionFrame", new Field("members", () -> dict(collection.members())));
            case Parameter parameter -> fields(
                    "Parameter", text("name", parameter.name()), new Field("type", () -> values.type(parameter.type())));
            case Exists exists -> fields("AggregateByPatient.Exists", child("source", exists.source()));
            case Count count -> fields("AggregateByPatient.Count", child("source", count.source()));
            case CountEpisodes episodes -> fields(
                    "AggregateByPatient.CountEpisodes",
                    child("source", episodes.source()),
                    new Field("maximum_gap_days", () -> values.plain(episodes.maximumGapDays())));
            case CombineAsSet set -> fields("AggregateByPatient.CombineAsSet", child("source", set.source()));
            case Aggregate aggregate -> fields("AggregateByPatient." + name(aggregate.kind()), child("source", aggregate.source()));
            case Function function -> function(function);
            case In in -> fields("Function.In", child("lhs", in.value()), child("rhs", in.set()));
            case Case branches -> fields(
                    "Case",
                    new Field("cases", () -> values.wrapped("dict", () -> cases(branches.branches()))),
                    new Field("default", () -> reference(branches.otherwise())));
            case InlinePatientTable table -> fields(
                    "InlinePatientTable",
                    new Field("rows", () -> schemas.rows(table)),
                    new Field("schema", () -> schemas.schema(table.schema())));
            case Value _, ValueSet _, SelectTable _, SelectPatientTable _ -> reference(node);
        }
    }

    private static String name(Aggregate.Kind kind) {
        return switch (kind) {
            case COUNT_DISTINCT -> "CountDistinct";
            case MIN -> "Min";
            case MAX -> "Max";
            case SUM -> "Sum";
            case MEAN -> "Mean";
        };
    }

    private void function(Function function) throws IOException {
        String name = function.operator().serialName();
        switch (function.operator().form()) {
            case SINGLE -> fields(name, child("source", function.arguments().getFirst()));
            case PAIR -> fields(name, child("lhs", function.arguments().get(0)), child("rhs", function.arguments().get(1)));
            case MANY -> fields(name, new Field("sources", () -> values.wrapped("tuple", () -> references(function.arguments()))));
        }
    }

    private void references(List<? extends Node> nodes) throws IOException {
        JsonGenerator json = values.json();
        json.writeStartArray();
        for (Node node : nodes) {
            reference(node);
        }
        json.writeEndArray();
    }

    private void cases(List<Case.Branch> branches) throws IOException {
        JsonGenerator json = values.json();
        json.writeStartArray();
        for (Case.Branch branch : branches) {
            json.writeStartArray();
            reference(branch.condition());
            reference(branch.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** {@code {"dict": [[name, node], …]}}. */
    void dict(Map<String, ? extends Node> members) throws IOException {
        JsonGenerator json = values.json();
        values.wrapped("dict", () -> {
            json.writeStartArray();
            for (Map.Entry<String, ? extends Node> member : members.entrySet()) {
                json.writeStartArray();
                json.writeString(member.getKey());
                reference(member.getValue());
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }

    /** A node where it is used; null where there is none. */
    void reference(Optional<? extends Node> node) throws IOException {
        if (node.isPresent()) {
            reference(node.get());
        } else {
            values.plain(null);
        }
    }

    /** A node where it is used: in full if it is a value or a table, else its number. */
    void reference(Node node) throws IOException {
        switch (node) {
            case Value value -> values.wrapped("Value", () -> values.value(value.value(), value.type()));
            case ValueSet set -> values.wrapped("Value", () -> values.set(set));
            case SelectTable table -> table(table.definition());
            case SelectPatientTable table -> table(table.definition());
            default -> values.wrapped("ref", () -> values.text(Integer.toString(numbers.of(node))));
        }
    }

    private void table(TableDefinition definition) throws IOException {
        values.wrapped("external_ref", () -> object(text("module", definition.module()), text("name", definition.className())));
    }

    private Field child(String name, Node node) {
        return new Field(name, () -> reference(node));
    }

    private Field text(String name, String text) {
        return new Field(name, () -> values.text(text));
    }

    private void fields(String name, Field... fields) throws IOException {
        values.wrapped(name, () -> object(fields));
    }

    private void object(Field... fields) throws IOException {
        values.json().writeStartObject();
        for (Field field : fields) {
            values.field(field.name(), field.part());
        }
        values.json().writeEndObject();
    }
}
