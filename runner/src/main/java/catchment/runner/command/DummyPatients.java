package catchment.runner.command;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.dummy.DummyDataGenerator;
import catchment.runtime.dummy.DummyDataOutcome;
import catchment.runtime.dummy.DummyDataRequest;
import catchment.runtime.dummy.DummyTables;
import catchment.runtime.engine.RunCode;
import catchment.runtime.tables.Tables;
import java.time.LocalDate;
import java.util.Optional;

/** Patients who are made up to fit a definition. */
final class DummyPatients {
    private DummyPatients() {}

    /** Their tables; empty if there can be none, which has been said then. */
    static Optional<Tables> make(Session session, DatasetDefinition dataset, Spans spans, long seed, LocalDate today) throws RunException {
        return makeWithCoverage(session, dataset, spans, seed, today).map(Made::tables);
    }

    /** Their tables, and what they show of the definition. */
    static Optional<Made> makeWithCoverage(Session session, DatasetDefinition dataset, Spans spans, long seed, LocalDate today)
            throws RunException {
        Optional<DatasetDefinition> whole = read(session, InlineFiles.read(dataset, spans, session.terminal().workingDirectory()));
        return whole.isEmpty() ? Optional.empty() : made(session, DummyDataRequest.of(whole.get(), spans, seed, today));
    }

    /** Their tables; empty if there can be none, which has been said then. */
    static Optional<Tables> make(Session session, MeasuresDefinition measures, Spans spans, long seed, LocalDate today) throws RunException {
        return makeWithCoverage(session, measures, spans, seed, today).map(Made::tables);
    }

    /** Their tables, and what they show of the measures. */
    static Optional<Made> makeWithCoverage(Session session, MeasuresDefinition measures, Spans spans, long seed, LocalDate today)
            throws RunException {
        Optional<MeasuresDefinition> whole = read(session, InlineFiles.read(measures, spans, session.terminal().workingDirectory()));
        return whole.isEmpty() ? Optional.empty() : made(session, DummyDataRequest.of(whole.get(), spans, seed, today));
    }

    private static <D> Optional<D> read(Session session, InlineFiles<D> inline) {
        if (inline.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            session.report().show(inline.diagnostics());
            return Optional.empty();
        }
        return Optional.of(inline.definition());
    }

    private static Optional<Made> made(Session session, DummyDataRequest request) throws RunException {
        DummyTables tables = new DummyTables();
        try {
            DummyDataOutcome outcome = new DummyDataGenerator(request).generate(tables, session.report().progress());
            session.report().show(outcome.diagnostics());
            boolean none = outcome.diagnostics().stream().anyMatch(Diagnostic::isError);
            return none ? Optional.empty() : Optional.of(new Made(tables.tables(), outcome));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(Diagnostic.error(RunCode.RUN_INTERRUPTED, Span.NONE, "the run was stopped"));
        }
    }

    /** What was made. */
    record Made(Tables tables, DummyDataOutcome outcome) {}
}
