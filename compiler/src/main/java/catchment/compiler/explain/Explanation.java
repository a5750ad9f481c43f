package catchment.compiler.explain;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.grammar.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A definition in plain sentences: who is in, what is wanted of them, the terms that these are told in, and each list of codes with its size.
 */
public final class Explanation {
    private final String file;
    private final Spans spans;
    private final List<String> lines = new ArrayList<>();
    private final CodelistNames lists;
    private final AuthorNames authors;

    private Explanation(String file, Spans spans, Map<String, SourceText> sources) {
        this.file = file;
        this.spans = spans;
        this.authors = new AuthorNames(sources.values());
        this.lists = new CodelistNames(spans, sources, authors);
    }

    /**
     * The lines of the explanation; blank lines between its parts.
     *
     * @param file the definition's own; of places in it only the line is said
     * @param sources the texts that spans point into
     */
    public static List<String> of(Definition definition, String file, Map<String, SourceText> sources) {
        Explanation explanation = new Explanation(file, definition.spans(), sources);
        definition.dataset().ifPresent(explanation::dataset);
        definition.measures().ifPresent(explanation::measures);
        explanation.section("Lists", explanation.lists.lines());
        return explanation.lines;
    }

    private void dataset(DatasetDefinition dataset) {
        Map<String, Node> roots = new LinkedHashMap<>(dataset.variables());
        roots.putAll(dataset.events());
        Prose prose = new Prose(roots, List.of(dataset.population()), spans, authors, lists);
        Teller teller = new Teller(prose, lists);
        section("Population" + where(dataset.population()) + ": a patient is in if", List.of());
        tell("", teller.tell(dataset.population()));
        if (!dataset.variables().isEmpty()) {
            section("Variables: one value for each patient", List.of());
            dataset.variables().forEach((name, series) -> variable(name, series, prose, teller));
        }
        if (!dataset.events().isEmpty()) {
            section("Event tables", List.of());
            dataset.events().forEach((name, table) -> tell("`" + name + "`" + where(table) + ": ", teller.tell(table)));
        }
        terms(prose, teller);
    }

    private void variable(String name, Series series, Prose prose, Teller teller) {
        String first = prose.name(series);
        tell("`" + name + "`, " + series.type().words() + where(series) + ": ", first.equals(name) ? teller.tell(series) : new Told("the same as `" + first + "`", List.of()));
    }

    private void measures(MeasuresDefinition measures) {
        List<Node> roots = new ArrayList<>();
        for (MeasuresDefinition.Measure measure : measures.measures()) {
            roots.add(measure.numerator());
            roots.add(measure.denominator());
            roots.addAll(measure.groupBy().values());
        }
        Prose prose = new Prose(Map.of(), roots, spans, authors, lists);
        Teller teller = new Teller(prose, lists);
        for (MeasuresDefinition.Measure measure : measures.measures()) {
            MeasuresDefinition.Interval first = measure.intervals().getFirst();
            int number = measure.intervals().size();
            section("Measure `" + measure.name() + "`: " + Phrases.counted(number, "interval") + ", " + first.start() + " to "
                    + measure.intervals().getLast().end(), List.of());
            tell("numerator" + where(measure.numerator()) + ": ", teller.tell(measure.numerator()));
            tell("denominator" + where(measure.denominator()) + ": ", teller.tell(measure.denominator()));
            measure.groupBy().forEach((name, series) -> tell("by `" + name + "`" + where(series) + ": ", teller.tell(series)));
        }
        section(measures.disclosureControl() ? "Numbers up to 7 are hidden as 0, others rounded to the nearest 5" : "Numbers are neither hidden nor rounded", List.of());
        terms(prose, teller);
    }

    private void terms(Prose prose, Teller teller) {
        if (!prose.terms().isEmpty()) {
            section("Terms used above", List.of());
            prose.terms().forEach(term -> tell("`" + prose.name(term) + "`" + where(term) + ": ", teller.tell(term)));
        }
    }

    private String where(Node node) {
        return spans.of(node).map(span -> " (" + (span.file().equals(file) ? "line " : span.file() + ":") + span.start().line() + ")").orElse("");
    }

    private void tell(String head, Told told) {
        lines.add("  " + head + told.line());
        told.below().forEach(line -> lines.add("    - " + line));
    }

    private void section(String title, List<String> content) {
        if (title.equals("Lists") && content.isEmpty()) {
            return;
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
        content.forEach(line -> lines.add("  " + line));
    }
}
