package catchment.compiler.lint;

import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Module;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every rule over a definition. */
public final class Lints {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing((Diagnostic found) -> found.span().file())
            .thenComparing(found -> found.span().start())
            .thenComparing(found -> found.span().end());

    static final List<Rule> RULES = List.of(
            new NeverTrue(),
            new Bands(),
            new ValuesNeverTaken(),
            new NullTests(),
            new NullDropsPatients(),
            new Unequal(),
            new Repeated(),
            new Counts(),
            new Picks(),
            new Registrations(),
            new Baselines(),
            new Months(),
            new IntervalUse(),
            new DatesInNoInterval(),
            new EmptyLists(),
            new OtherSystems(),
            new DamagedCodes(),
            new ShortCodes(),
            new Unused(),
            new Durations(),
            new Implausible());

    private Lints() {}

    /**
     * What is legal in a definition and probably not what was meant: warnings and notes in order of file and place, each kind once at a place. What a line
     * allows in a comment, {@code # catchment: allow CODE}, is left out.
     *
     * @param definition a definition without errors
     * @param modules what the study's own files say, the definition first
     * @param sources the texts that were read, by file
     */
    public static List<Diagnostic> of(Definition definition, List<Module> modules, Map<String, SourceText> sources) {
        QueryGraph graph = new QueryGraph(definition);
        Study study = new Study(definition, graph, new StudyText(modules), new Presence(graph.nodes()), sources);
        record Place(String code, Span span) {}
        Map<Place, Diagnostic> found = new LinkedHashMap<>();
        for (Rule rule : RULES) {
            rule.check(study, finding -> found.putIfAbsent(new Place(finding.code().id(), finding.span()), finding));
        }
        Allowances allowances = new Allowances(sources);
        List<Diagnostic> said = new ArrayList<>(found.values());
        said.removeIf(allowances::allow);
        said.sort(BY_PLACE);
        return said;
    }
}
