package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.compiler.serialize.GraphDrawing;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the query graph. */
@Command(
        name = "graph-query",
        description = "Draws what a definition comes to: its tables, operations and variables, and what is made of what.",
        footer = {
            "",
            "Without --output, the drawing is printed in Graphviz's own language, DOT. An SVG is drawn by",
            "Graphviz's program dot, if it is installed.",
            "",
            "Examples:",
            "  catchment graph-query analysis/dataset_definition.ehrql --output graph.svg",
            "  catchment graph-query analysis/dataset_definition.ehrql --output graph.dot"
        })
final class GraphQueryCommand implements Action {
    private static final List<String> DOT = List.of(".dot", ".gv");
    private static final String SVG = ".svg";

    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to: a .svg, or a .dot or .gv. Without it, DOT to standard output.")
    Optional<Path> output = Optional.empty();

    @Mixin
    ReportOptions report;

    GraphQueryCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        boolean drawn = output.isPresent() && ends(output.get(), List.of(SVG));
        if (output.isPresent() && !drawn && !ends(output.get(), DOT)) {
            throw new RunException(Diagnostic.error(
                            CommandCode.ARGUMENT_VALUE, Span.NONE, "`" + DefinitionFile.shown(output.get()) + "` is no drawing by its name")
                    .hint("a drawing ends in `.svg`, or in `.dot` or `.gv` for Graphviz's own language"));
        }
        Optional<Graphviz> graphviz = Optional.empty();
        if (drawn) {
            graphviz = Optional.of(Graphviz.find(session, output.get()));
        }
        Optional<CompileResult> compiled = definition.compile(session, Wanted.DATASET_OR_MEASURES);
        Optional<Definition> whole = compiled.flatMap(CompileResult::definition);
        if (whole.isPresent()) {
            new OutputPlaces(session).writes(output).reads(compiled.get()).check();
            String dot = GraphDrawing.dot(whole.get());
            TextDestination.write(session, output, graphviz.isPresent() ? graphviz.get().svg(dot) : dot);
        }
    }

    private static boolean ends(Path file, List<String> suffixes) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(suffix -> name.endsWith(suffix) && !name.equals(suffix));
    }
}
