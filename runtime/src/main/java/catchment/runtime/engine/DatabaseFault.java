package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.JdbcAccess.Fault;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.sql.SQLException;
import java.util.Locale;

/** What a fault of a database means for whoever runs a definition. */
final class DatabaseFault {
    private DatabaseFault() {}

    /** The fault of a statement of DuckDB. */
    static RunException of(SQLException fault, SqlProgram.Statement statement) {
        return of(duckDb(fault), said(fault), statement);
    }

    /** The fault of something that is done for a purpose with DuckDB. */
    static RunException of(SQLException fault, String purpose) {
        return of(duckDb(fault), said(fault), purpose);
    }

    /**
     * The fault of a statement.
     *
     * @param said what the database said, without secrets
     */
    static RunException of(Fault fault, String said, SqlProgram.Statement statement) {
        Span span = statement.spans().isEmpty() ? Span.NONE : statement.spans().getFirst();
        return of(fault, said, statement.purpose(), span);
    }

    /**
     * The fault of something that is done for a purpose.
     *
     * @param said what the database said, without secrets
     */
    static RunException of(Fault fault, String said, String purpose) {
        return of(fault, said, purpose, Span.NONE);
    }

    /** The first line of what the database said. */
    static String said(SQLException fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    private static RunException of(Fault fault, String said, String purpose, Span span) {
        return new RunException(switch (fault) {
            case CANCELLED -> Diagnostic.error(RunCode.RUN_INTERRUPTED, Span.NONE, "the run was stopped");
            case TOO_COMPLEX -> Diagnostic.error(RunCode.DATABASE_TOO_COMPLEX, span, "the database has not enough room to work out " + purpose + ": " + said)
                    .hint("fewer variables at a time, or a machine with more memory");
            case TRANSIENT -> Diagnostic.error(RunCode.DATABASE_CONNECTION, Span.NONE, "the database cannot be reached: " + said)
                    .hint("another program may be using it; try again when that has ended");
            case MAINTENANCE -> Diagnostic.error(RunCode.DATABASE_MAINTENANCE, Span.NONE, "the database is being maintained: " + said)
                    .hint("run it again later");
            case TIMEOUT -> Diagnostic.error(RunCode.DATABASE_TIMEOUT, span, "the database took longer than it may to work out " + purpose + ": " + said)
                    .hint("fewer variables at a time, or a longer limit from those who run the database");
            case OTHER -> Diagnostic.error(RunCode.DATABASE_ERROR, span, "the database could not work out " + purpose + ": " + said);
        });
    }

    private static Fault duckDb(SQLException fault) {
        String said = said(fault).toLowerCase(Locale.ROOT);
        if (said.contains("interrupt")) {
            return Fault.CANCELLED;
        }
        if (said.contains("out of memory") || said.contains("expression depth") || said.contains("stack") && said.contains("overflow")) {
            return Fault.TOO_COMPLEX;
        }
        boolean locked = said.contains("could not set lock") || said.contains("connection error") || said.contains("conflicting lock");
        return locked ? Fault.TRANSIENT : Fault.OTHER;
    }
}
