package catchment.runtime.engine;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** Why a run cannot begin or go on. */
public enum RunCode implements DiagnosticCode {
    /** A database that holds its tables otherwise than the backend says. */
    BACKEND_MAPPING(ExitCode.DATABASE),
    /** The connection was lost, or the database is locked: it may work again later. */
    DATABASE_CONNECTION(ExitCode.CONNECTION),
    /** The database is being maintained. */
    DATABASE_MAINTENANCE(ExitCode.MAINTENANCE),
    /** A statement ran longer than the database lets it. */
    DATABASE_TIMEOUT(ExitCode.TIMEOUT),
    /** Any other error of the database. */
    DATABASE_ERROR(ExitCode.DATABASE),
    /** The query needs more than the database has: memory, depth, columns. */
    DATABASE_TOO_COMPLEX(ExitCode.TOO_COMPLEX),
    /** The database does not hold a table or a column that the definition uses. */
    DATABASE_TABLE_MISSING(ExitCode.DATABASE),
    /** A database that is not there, or of a kind that this version does not speak. */
    DSN_UNUSABLE(ExitCode.USAGE),
    /** An engine that does not exist. */
    ENGINE_UNKNOWN(ExitCode.USAGE),
    /** An engine that exists, and cannot do what it is asked for. */
    ENGINE_UNSUITED(ExitCode.USAGE),
    /** The run was stopped from outside. */
    RUN_INTERRUPTED(ExitCode.INTERRUPTED);

    private final ExitCode exitCode;

    RunCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
