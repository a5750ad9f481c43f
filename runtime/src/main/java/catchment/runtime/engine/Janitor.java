package catchment.runtime.engine;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.RunLock;
import catchment.dialects.spi.StagedTable;
import catchment.runtime.RunException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds what runs have left in a database whose processes were killed, and removes it. A run that lives shows it by a lock of its session, where the engine has
 * such locks; else only its age can tell.
 */
public final class Janitor implements AutoCloseable {
    /** Where nothing else tells, a run that began this long ago is over. */
    public static final Duration SURELY_OVER = Duration.ofDays(4);

    private final JdbcSession session;
    private final Dialect dialect;
    private final Optional<Duration> olderThan;

    private Janitor(JdbcSession session, Dialect dialect, Optional<Duration> olderThan) {
        this.session = session;
        this.dialect = dialect;
        this.olderThan = olderThan;
    }

    /** What becomes of the tables of a run. */
    public enum Fate {
        /** The run lives, or may. */
        KEPT,
        /** They could be removed. */
        LEFT,
        /** They are removed. */
        REMOVED
    }

    /**
     * The tables of a run.
     *
     * @param run what tells it from all others
     * @param began when it began
     * @param tables how they are called, in alphabetical order
     */
    public record Found(String run, Instant began, List<String> tables, Fate fate) {
        public Found {
            tables = List.copyOf(tables);
        }
    }

    /** A table that a run has made. */
    record Table(StagedTable of, String name, List<String> place) {}

    /**
     * Connects.
     *
     * @param database its dialect has its stages where they are looked for; without a staging of its own, in all schemas
     * @param olderThan how long ago a run began at least that is over; empty for what the engine's locks say, or {@link #SURELY_OVER}
     * @throws RunException if the database cannot be reached
     */
    public static Janitor open(DataLocation.Database database, Optional<Duration> olderThan) throws RunException {
        return new Janitor(Databases.open(database), database.dialect(), olderThan);
    }

    /**
     * Finds the tables of runs, and removes those of runs that are over.
     *
     * @param schema where: the parts of its identifier, the outermost first; empty for everywhere
     * @param removes false if they are only to be found
     * @return the runs, the oldest first
     * @throws RunException if the database does not let a table be removed; others are by then
     */
    public List<Found> clean(List<String> schema, boolean removes, Instant now) throws RunException {
        Map<String, List<Table>> runs = staged(schema).stream()
                .collect(Collectors.groupingBy(table -> table.of().run(), TreeMap::new, Collectors.toList()));
        List<Found> found = new ArrayList<>();
        List<RunException> refused = new ArrayList<>();
        for (Map.Entry<String, List<Table>> run : runs.entrySet()) {
            List<Table> tables = run.getValue();
            Fate fate = isOver(tables.getFirst().of(), now) ? Fate.LEFT : Fate.KEPT;
            if (fate == Fate.LEFT && removes) {
                fate = remove(tables, refused);
            }
            found.add(new Found(run.getKey(), tables.getFirst().of().began(), tables.stream().map(Table::name).sorted().toList(), fate));
        }
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
        return found;
    }

    private Fate remove(List<Table> tables, List<RunException> refused) {
        Fate fate = Fate.REMOVED;
        for (Table table : tables) {
            try {
                remove(table);
            } catch (RunException fault) {
                refused.add(fault);
                fate = Fate.LEFT;
            }
        }
        return fate;
    }

    private List<Table> staged(List<String> schema) throws RunException {
        try {
            return new StagedTables(session.pinned().now()).in(schema);
        } catch (SQLException fault) {
            throw session.fault(fault, "its tables");
        }
    }

    private void remove(Table table) throws RunException {
        try {
            session.pinned().execute(List.of("DROP TABLE IF EXISTS " + table.place().stream().map(dialect::quoted).collect(Collectors.joining("."))));
        } catch (SQLException fault) {
            throw session.fault(fault, "the removal of " + table.name());
        }
    }

    private boolean isFree(RunLock lock) throws RunException {
        try (Statement statement = session.pinned().now().createStatement(); ResultSet rows = statement.executeQuery(lock.claim())) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException fault) {
            throw session.fault(fault, "the locks of runs");
        }
    }

    private boolean isOver(StagedTable table, Instant now) throws RunException {
        Optional<RunLock> lock = dialect.lock(table.run());
        Duration age = olderThan.orElse(lock.isPresent() ? Duration.ZERO : SURELY_OVER);
        return !table.began().isAfter(now.minus(age)) && (lock.isEmpty() || isFree(lock.get()));
    }

    @Override
    public void close() {
        session.close();
    }
}
