package catchment.compiler.explain;

import catchment.compiler.model.Case;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a term or a variable is, in lines: a condition for each part of it, a choice branch by branch or outcome by outcome, a frame by its conditions. */
final class Teller {
    private final Prose prose;
    private final CodelistNames lists;

    /**
     * @param prose the words for the parts
     */
    Teller(Prose prose, CodelistNames lists) {
        this.prose = prose;
        this.lists = lists;
    }

    /** What a node is: the first line, and lines below it. */
    Told tell(Node node) {
        return switch (node) {
            case Case branches -> new Told("the first of these that applies:", choice(branches));
            case Function function when Prose.isJunction(function) -> new Told(
                    function.operator() == Operator.AND ? "all of these hold:" : "at least one of these holds:",
                    prose.junction(function).stream().map(prose::use).toList());
            case Series _ -> new Told(prose.phrase(node), List.of());
            case Frame frame -> {
                Rows from = prose.rowsOf(frame);
                String before = frame instanceof PickOneRowPerPatient ? "" : "the rows of ";
                yield from.conditions().size() < 2
                        ? new Told(before + from.noun(), List.of())
                        : new Told(before + from.of() + " where all of these hold:", from.conditions());
            }
            case SeriesCollection table -> {
                List<String> columns = new ArrayList<>();
                table.members().forEach((name, series) -> columns.add(Prose.tick(name) + ": " + prose.use(series)));
                yield new Told("a row for each of the rows of " + prose.useRows(table.domain().rows().orElseThrow()).noun() + ", with", columns);
            }
            case ValueSet list -> new Told(lists.words(list), List.of());
        };
    }

    private List<String> choice(Case branches) {
        return mapped(branches).orElseGet(() -> branchByBranch(branches));
    }

    /** A choice that only looks at which of some values one series has, such as a code's category: a line for each outcome. */
    private Optional<List<String>> mapped(Case branches) {
        Set<Series> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, List<String>> byOutcome = new LinkedHashMap<>();
        for (Case.Branch branch : branches.branches()) {
            if (!(branch.condition() instanceof Function function && function.operator() == Operator.EQ && function.arguments().getLast() instanceof Value value)) {
                return Optional.empty();
            }
            asked.add(function.arguments().getFirst());
            byOutcome.computeIfAbsent(branch.value().map(prose::use).orElse("missing"), _ -> new ArrayList<>()).add(Phrases.value(value.value()));
        }
        if (asked.size() > 1) {
            return Optional.empty();
        }
        String series = prose.operand(asked.iterator().next());
        List<String> lines = new ArrayList<>();
        byOutcome.forEach((outcome, values) -> lines.add(outcome + " if " + series + " is "
                + (values.size() <= CodelistNames.FEW ? Phrases.joined(values, "or") : "one of " + values.size() + " values: " + values.getFirst() + " … " + values.getLast())));
        lines.add(branches.otherwise().map(prose::use).orElse("missing") + " otherwise");
        return Optional.of(lines);
    }

    private List<String> branchByBranch(Case branches) {
        List<String> lines = new ArrayList<>();
        for (Case.Branch branch : branches.branches()) {
            lines.add(branch.value().map(prose::use).orElse("missing") + " if " + prose.use(branch.condition()));
        }
        lines.add(branches.otherwise().map(prose::use).orElse("missing") + " otherwise");
        return lines;
    }
}
