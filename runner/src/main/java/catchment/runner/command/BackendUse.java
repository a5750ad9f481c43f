package catchment.runner.command;

import catchment.compiler.backend.BackendCompiler;
import catchment.compiler.backend.BackendDefinition;
import catchment.compiler.backend.BackendEnvironment;
import catchment.compiler.backend.UnmappedTables;
import catchment.compiler.backend.VisiblePatients;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Node;
import catchment.dialects.spi.Backend;
import catchment.dialects.spi.Backends;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.spi.TableMapping;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.BackendSession;
import catchment.runtime.engine.ConnectionTest;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.run.DataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the database lays out its tables, and what follows from it for a definition.
 *
 * @param backend empty where tables are read under their own names
 * @param applied false for dummy data, which has tables under their own names: then it is only seen to that the backend has what a definition uses
 */
record BackendUse(Optional<BackendDefinition> backend, boolean applied) {
    /** Tables are read under their own names. */
    static final BackendUse NONE = new BackendUse(Optional.empty(), false);

    /**
     * The backend of a command.
     *
     * @param given its name, or the path of its text, where the command line has it
     * @throws RunException if there is none, or its text is wrong; all but the last of what is wrong has been shown
     */
    static BackendUse of(Session session, Optional<String> given) throws RunException {
        Optional<String> name = given.or(() -> session.terminal().variable("OPENSAFELY_BACKEND"))
                // These say in the environment of a job that there is none.
                .filter(one -> !one.equals("expectations") && !one.equals("test"));
        if (name.isEmpty()) {
            return NONE;
        }
        BackendEnvironment environment = new BackendEnvironment(session.terminal()::variable, Permissions.ofProject(session));
        BackendCompiler.Result result = BackendCompiler.compile(text(session, name.get()), environment);
        if (result.definition().isEmpty()) {
            fail(session, result.diagnostics());
        }
        session.report().show(result.diagnostics());
        return new BackendUse(result.definition(), true);
    }

    private static SourceText text(Session session, String name) throws RunException {
        Optional<Backend> installed = Backends.named(name);
        if (installed.isPresent()) {
            return installed.get().text();
        }
        if (!name.endsWith(".ehrql") && !name.endsWith(".py")) {
            List<String> names = Backends.all().stream().map(Backend::name).toList();
            throw new RunException(Faults.backend(name, names, NearNames.of(name, names)));
        }
        Path path = session.terminal().resolve(Path.of(name));
        Path shown = DefinitionFile.relative(session.terminal().workingDirectory(), path);
        try {
            return new SourceText(DefinitionFile.shown(shown.isAbsolute() ? path.getFileName() : shown), Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new RunException(Diagnostic.error(CommandCode.BACKEND_UNKNOWN, Span.NONE, "there is no file `" + DefinitionFile.shown(shown) + "` that could be read as a backend"));
        }
    }

    /** The same for records that are there or not. */
    BackendUse over(Optional<String> database) {
        return new BackendUse(backend, applied && database.isPresent());
    }

    private Optional<BackendDefinition> active() {
        return backend.filter(_ -> applied);
    }

    /** Its dialect's name, for the engine. */
    Optional<String> dialect() {
        return active().map(BackendDefinition::dialect);
    }

    /** The dialect, for a database whose columns the backend says more of. */
    Dialect spoken(Dialect dialect) {
        return active().map(known -> dialect.collating(known.collations())).orElse(dialect);
    }

    /** Where its tables are, as far as that is known without the database. */
    TableMapping mapping() {
        return active().map(known -> TableMapping.of(known, TableMapping.Casts.UNSEEN)).orElse(TableMapping.NONE);
    }

    /**
     * Connects to a database, which must speak what the backend does, and says what is there.
     *
     * @throws RunException if it does not answer, or speaks something else
     */
    String tested(DataLocation location) throws RunException {
        if (active().isEmpty()) {
            return ConnectionTest.of(location);
        }
        BackendSession.open(location, active().get(), dialect(active().get())).session().close();
        return ConnectionTest.of(location);
    }

    /**
     * What a backend speaks.
     *
     * @throws RunException if no such dialect is installed
     */
    static Dialect dialect(BackendDefinition definition) throws RunException {
        return Dialects.named(definition.dialect()).orElseThrow(() -> new RunException(Diagnostic.error(
                        CommandCode.BACKEND_UNKNOWN, Span.NONE, "the backend `" + definition.name() + "` speaks `" + definition.dialect() + "`, a dialect that is not installed")
                .hint("the dialects are `" + String.join("`, `", Dialects.all().stream().map(Dialect::name).toList()) + "`")));
    }

    /** Where real records are. */
    DataSource records(DataLocation location) {
        return active().<DataSource>map(known -> new DataSource.Backed(location, known)).orElseGet(() -> new DataSource.Records(location));
    }

    /** What it wants a project to hold for a table, besides what the table itself asks for. */
    Map<String, String> permissions() {
        Map<String, String> wanted = new LinkedHashMap<>();
        backend.ifPresent(known -> known.tables().forEach((name, table) -> table.permission().ifPresent(permission -> wanted.put(name, permission))));
        return wanted;
    }

    /**
     * The dataset of those who may be seen.
     *
     * @throws RunException if it uses tables that the backend has not; all but the last has been shown
     */
    DatasetDefinition seen(Session session, DatasetDefinition dataset, Spans spans) throws RunException {
        check(session, dataset.roots(), spans);
        return active().map(known -> VisiblePatients.of(dataset, spans, known)).orElse(dataset);
    }

    /**
     * The measures of those who may be seen.
     *
     * @throws RunException if they use tables that the backend has not; all but the last has been shown
     */
    MeasuresDefinition seen(Session session, MeasuresDefinition measures, Spans spans) throws RunException {
        check(session, measures.roots(), spans);
        return active().map(known -> VisiblePatients.of(measures, spans, known)).orElse(measures);
    }

    private void check(Session session, Collection<? extends Node> roots, Spans spans) throws RunException {
        if (backend.isPresent()) {
            List<Diagnostic> lacking = UnmappedTables.of(roots, spans, backend.get());
            if (!lacking.isEmpty()) {
                fail(session, lacking);
            }
        }
    }

    private static void fail(Session session, List<Diagnostic> found) throws RunException {
        session.report().show(found.subList(0, found.size() - 1));
        throw new RunException(found.getLast());
    }
}
