package catchment.runner.command;

import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runner.report.Version;
import catchment.runtime.RunException;
import catchment.runtime.provenance.FileHashes;
import catchment.runtime.provenance.Provenance;
import catchment.runtime.run.RunOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where it is written what an output was made of and by. */
final class ProvenanceOption {
    @Option(
            names = "--provenance",
            paramLabel = "FILE",
            description = "Writes as JSON what the output was made of and by: version, hashes of the definition's files, arguments, day, engine, data, permissions,"
                    + " rows and times. The metadata of .arrow and .parquet has it too, but for rows and times.")
    Optional<Path> file = Optional.empty();

    /**
     * What is known before the run.
     *
     * @param used of the definition, what is run
     */
    static Provenance of(
            Session session, String command, DefinitionOptions definition, CompileResult compiled, Definition used, EngineOptions engine, DataOptions data)
            throws RunException {
        return new Provenance(
                Version.text(),
                command,
                DefinitionFile.shown(definition.file),
                session.definitionArguments(),
                FileHashes.of(compiled.sources().keySet(), session.terminal().workingDirectory()),
                definition.now(),
                engine.engine(session, data.database(session)).name(),
                engine.backend,
                data.described(session),
                used.claimedPermissions());
    }

    /**
     * Writes it, with how the run went, if that went well.
     *
     * @throws RunException if the file cannot be written
     */
    void write(Session session, Provenance provenance, Instant started, RunOutcome outcome) throws RunException {
        if (file.isPresent() && outcome.diagnostics().stream().noneMatch(Diagnostic::isError)) {
            TextDestination.write(session, file, provenance.document(new Provenance.Run(started, Instant.now(), outcome.rows())));
        }
    }
}
