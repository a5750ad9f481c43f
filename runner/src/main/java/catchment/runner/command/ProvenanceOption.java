package catchment.runner.command;

import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runner.report.Version;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.format.FileFormat;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.provenance.FileHashes;
import catchment.runtime.provenance.Provenance;
import catchment.runtime.run.Companion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where it is written what an output was made of and by. */
final class ProvenanceOption {
    private static final String SUFFIX = ".json";

    @Option(
            names = "--provenance",
            paramLabel = "FILE",
            description = "Writes as JSON what the output was made of and by: version, hashes of the definition's files and of the data's, arguments, day, engine,"
                    + " backend, data, permissions, patients, rows and times. A .json. The metadata of .arrow and .parquet has it too, but for patients,"
                    + " rows and times.")
    Optional<Path> file = Optional.empty();

    /**
     * Looks at the name alone.
     *
     * @throws RunException if it is not one of JSON
     */
    void check() throws RunException {
        if (file.isPresent()) {
            Path name = file.get().getFileName();
            if (name == null || !name.toString().endsWith(SUFFIX) || name.toString().equals(SUFFIX)) {
                throw new RunException(Diagnostic.error(
                                CommandCode.ARGUMENT_VALUE, Span.NONE, "`" + DefinitionFile.shown(file.get()) + "` is no file of JSON by its name")
                        .hint("the provenance is JSON: a name that ends in `.json`"));
            }
        }
    }

    /** The files of an output, and that of the provenance if there is one. */
    List<Path> beside(List<Path> files) {
        return Stream.concat(files.stream(), file.stream()).toList();
    }

    /** Whether anybody will see it. */
    private boolean wanted(OutputTarget target) {
        return file.isPresent() || switch (target) {
            case OutputTarget.Console _ -> false;
            case OutputTarget.SingleFile one -> carries(one.format());
            case OutputTarget.Folder folder -> carries(folder.format());
        };
    }

    private static boolean carries(FileFormat format) {
        return format == FileFormat.ARROW || format == FileFormat.PARQUET;
    }

    /**
     * What is known before the run; empty where nobody will see it.
     *
     * @param used of the definition, what is run
     * @param tables the tables that are read
     * @throws RunException if a file can no longer be read
     */
    Optional<Provenance> of(
            Session session,
            String command,
            OutputTarget target,
            DefinitionOptions definition,
            CompileResult compiled,
            Definition used,
            EngineOptions engine,
            DataOptions data,
            List<FileTable> tables)
            throws RunException {
        if (!wanted(target)) {
            return Optional.empty();
        }
        return Optional.of(new Provenance(
                Version.text(),
                command,
                DefinitionFile.shown(definition.file),
                session.definitionArguments(),
                FileHashes.of(InputFiles.of(session, compiled)),
                definition.now(),
                engine.engine(session, data.database(session), engine.backend(session).over(data.database(session))).name(),
                engine.backend,
                data.described(session),
                FileHashes.of(data.files(session, tables)),
                used.claimedPermissions()));
    }

    /** What an output says of itself. */
    static Map<String, String> metadata(Optional<Provenance> provenance) {
        return provenance.map(known -> Map.of(Provenance.KEY, known.line())).orElse(Map.of());
    }

    /**
     * The file, to be written together with the output.
     *
     * @param patients how many the output is about, by how many rows its tables have
     */
    Optional<Companion> companion(Optional<Provenance> provenance, Instant started, Function<Map<String, Long>, Optional<Long>> patients) {
        return file.flatMap(place -> provenance.map(known ->
                new Companion(place, rows -> known.document(new Provenance.Run(started, Instant.now(), patients.apply(rows), rows)))));
    }
}
