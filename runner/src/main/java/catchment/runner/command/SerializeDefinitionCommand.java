package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.compiler.serialize.DefinitionSerializer;
import catchment.runtime.RunException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the query graph. */
@Command(
        name = "serialize-definition",
        description = "Prints what a definition comes to, its query graph, as JSON.",
        footer = {"", "Example:", "  catchment serialize-definition analysis/dataset_definition.ehrql --output graph.json"})
final class SerializeDefinitionCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to; without it, to standard output.")
    Optional<Path> output = Optional.empty();

    @Mixin
    EngineOptions engine;

    @Mixin
    ReportOptions report;

    SerializeDefinitionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        engine.engine(session, Optional.empty());
        Optional<CompileResult> compiled = definition.compile(session, Wanted.ANYTHING);
        Optional<Definition> whole = compiled.flatMap(CompileResult::definition);
        if (whole.isPresent()) {
            new OutputPlaces(session).writes(output).reads(compiled.get()).check();
            TextDestination.write(session, output, DefinitionSerializer.text(whole.get()));
        }
    }
}
