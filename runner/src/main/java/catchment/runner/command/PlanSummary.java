package catchment.runner.command;

import catchment.compiler.definition.Definition;
import catchment.compiler.plan.Capabilities;
import catchment.compiler.plan.MeasuresPlanner;
import catchment.compiler.plan.Plan;
import catchment.compiler.plan.Planner;
import catchment.compiler.plan.TableReads;
import catchment.dialects.spi.Dialects;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;

/** How often a definition's tables are read, and why. */
final class PlanSummary {
    private static final int MOST_NAMES = 6;

    private PlanSummary() {}

    /** The lines, a blank one before each plan. */
    static List<String> of(Definition whole, Path workingDirectory) {
        List<String> lines = new ArrayList<>();
        whole.dataset().ifPresent(dataset -> lines.addAll(of(
                InlineFiles.read(dataset, whole.spans(), workingDirectory), known -> Planner.plan(known, whole.spans(), capabilities()))));
        whole.measures().ifPresent(measures -> lines.addAll(of(
                InlineFiles.read(measures, whole.spans(), workingDirectory), known -> MeasuresPlanner.plan(known, whole.spans(), capabilities()))));
        return lines;
    }

    private static Capabilities capabilities() {
        return Dialects.named(Engine.DUCKDB.name()).orElseThrow().capabilities();
    }

    private static <D> List<String> of(InlineFiles<D> inline, Function<D, Plan> planner) {
        List<String> lines = new ArrayList<>(List.of(""));
        if (inline.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            lines.add("The plan is only known once the data files are there that the definition reads:");
            inline.diagnostics().forEach(missing -> lines.add("  - " + missing.message()));
            return lines;
        }
        List<TableReads> tables = TableReads.of(planner.apply(inline.definition()));
        lines.add("How the tables are read");
        tables.forEach(table -> {
            lines.add("  `" + table.table() + "`, " + times(table.reads().size()));
            table.reads().forEach(read -> lines.add("    - " + purpose(read)));
        });
        if (tables.stream().anyMatch(table -> table.reads().size() > 1)) {
            lines.add("  A table is read again where what is asked of it depends on what had to be found before: who is in, or a date.");
        }
        return lines;
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> number + " times";
        };
    }

    private static String purpose(TableReads.Read read) {
        SequencedSet<String> names = new LinkedHashSet<>();
        read.served().forEach(served -> names.add(name(served.name())));
        String all = String.join(", ", names.stream().limit(MOST_NAMES).toList());
        return "for " + all + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    /** {@code population}, {@code dataset.age}, {@code measures.seen numerator}, {@code measures.seen group sex}. */
    private static String name(String served) {
        if (served.startsWith("dataset.")) {
            return "`" + served.substring("dataset.".length()) + "`";
        }
        if (served.startsWith("measures.")) {
            String[] measureAndPart = served.substring("measures.".length()).split(" ", 2);
            return "the " + measureAndPart[1].replaceFirst("group (.*)", "group `$1`") + " of `" + measureAndPart[0] + "`";
        }
        return "the population";
    }
}
