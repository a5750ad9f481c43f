package catchment.compiler.lint;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules look at.
 *
 * @param definition the definition, without errors
 * @param graph its nodes
 * @param text what the study's own files say
 * @param presence which values can be missing
 * @param sources the texts that were read, by file
 */
record Study(Definition definition, QueryGraph graph, StudyText text, Presence presence, Map<String, SourceText> sources) {
    Spans spans() {
        return definition.spans();
    }

    /** Where a node comes from. {@link Span#NONE} if not known. */
    Span place(Node node) {
        return definition.spans().of(node).orElse(Span.NONE);
    }

    /** The text at a place; empty if the file is not known. */
    String words(Span span) {
        SourceText source = sources.get(span.file());
        return source == null ? "" : source.text(span);
    }

    /** The text that made a node, on one line and in backticks; {@code otherwise} where that is not known or too long to be read. */
    String name(Node node, String otherwise) {
        if (node instanceof SelectColumn column && column.source() instanceof EventFrame) {
            return "`" + Rows.table(column.source()) + "." + column.name() + "`";
        }
        String words = words(place(node)).strip();
        return words.isEmpty() || words.length() > 60 || words.indexOf('\n') >= 0 ? otherwise : "`" + words + "`";
    }

    /** The variables of the dataset, by name. */
    Map<String, Series> variables() {
        return definition.dataset().map(DatasetDefinition::variables).orElse(new LinkedHashMap<>());
    }

    List<Measure> measures() {
        return definition.measures().map(all -> all.measures()).orElse(List.of());
    }

    /** What says who is in: the population of the dataset, the denominators of measures. */
    List<Series> populations() {
        List<Series> found = new ArrayList<>();
        definition.dataset().map(DatasetDefinition::population).ifPresent(found::add);
        measures().forEach(measure -> found.add(measure.denominator()));
        return found;
    }

    /** The name of a variable that is this very node. */
    Optional<String> variable(Node node) {
        return variables().entrySet().stream().filter(entry -> entry.getValue() == node).map(Map.Entry::getKey).findFirst();
    }
}
