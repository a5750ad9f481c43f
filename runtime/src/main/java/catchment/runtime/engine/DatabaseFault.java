package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.sql.SQLException;
import java.util.Locale;

/** What a fault of DuckDB means for whoever runs a definition. */
final class DatabaseFault {
    private DatabaseFault() {}

    /** The fault of a statement. */
    static RunException of(SQLException fault, SqlProgram.Statement statement) {
        Span span = statement.spans().isEmpty() ? Span.NONE : statement.spans().getFirst();
        return of(fault, statement.purpose(), span);
    }

    /** The fault of something that is done for a purpose. */
    static RunException of(SQLException fault, String purpose) {
        return of(fault, purpose, Span.NONE);
    }

    private static RunException of(SQLException fault, String purpose, Span span) {
        String said = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        RunCode code = code(said.toLowerCase(Locale.ROOT));
        return new RunException(switch (code) {
            case RUN_INTERRUPTED -> Diagnostic.error(code, Span.NONE, "the run was stopped");
            case DATABASE_TOO_COMPLEX -> Diagnostic.error(code, span, "the database has not enough room to work out " + purpose + ": " + said)
                    .hint("fewer variables at a time, or a machine with more memory");
            case DATABASE_CONNECTION -> Diagnostic.error(code, Span.NONE, "the database cannot be reached: " + said)
                    .hint("another program may be using it; try again when that has ended");
            case DATABASE_ERROR, DATABASE_TABLE_MISSING, DSN_UNUSABLE, ENGINE_UNKNOWN, ENGINE_UNSUITED ->
                    Diagnostic.error(RunCode.DATABASE_ERROR, span, "the database could not work out " + purpose + ": " + said);
        });
    }

    private static RunCode code(String said) {
        if (said.contains("interrupt")) {
            return RunCode.RUN_INTERRUPTED;
        }
        if (said.contains("out of memory") || said.contains("expression depth") || said.contains("stack") && said.contains("overflow")) {
            return RunCode.DATABASE_TOO_COMPLEX;
        }
        if (said.contains("could not set lock") || said.contains("connection error") || said.contains("conflicting lock")) {
            return RunCode.DATABASE_CONNECTION;
        }
        return RunCode.DATABASE_ERROR;
    }
}
