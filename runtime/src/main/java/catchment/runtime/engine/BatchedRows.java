package catchment.runtime.engine;

import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A result that is read batch by batch: one that a lost connection has cut off is read once more, so nobody sees half of one, nor of a patient. */
final class BatchedRows implements RowStream {
    private static final String PATIENT = "patient_id";

    private final EngineSession session;
    private final SqlProgram.ResultQuery query;
    private final Restarts restarts;
    private final Iterator<Long> ends;
    private long from = Long.MIN_VALUE;
    private Iterator<List<Object>> rows = List.<List<Object>>of().iterator();
    private List<Object> row = List.of();

    BatchedRows(EngineSession session, SqlProgram.ResultQuery query, Restarts restarts) throws RunException {
        this.session = session;
        this.query = query;
        this.restarts = restarts;
        this.ends = restarts.within(this::ends).iterator();
    }

    /** The last patient of each batch, in ascending order. */
    private List<Long> ends() throws RunException {
        SqlProgram.Statement statement = new SqlProgram.Statement(query.batches().orElseThrow().ends(), query.query().purpose(), query.query().spans());
        List<Long> all = new ArrayList<>();
        try (RowStream found = session.query(new SqlProgram.ResultQuery(query.name(), statement, List.of(new SqlProgram.Column(PATIENT, Type.INT))))) {
            while (found.next()) {
                long end = (Long) found.value(0);
                // a patient with many rows ends several
                if (all.isEmpty() || all.getLast() < end) {
                    all.add(end);
                }
            }
        }
        return all;
    }

    @Override
    public boolean next() throws RunException {
        while (!rows.hasNext() && ends.hasNext()) {
            long to = ends.next();
            rows = restarts.within(() -> batch(to)).iterator();
            from = to + 1;
        }
        if (!rows.hasNext()) {
            return false;
        }
        row = rows.next();
        return true;
    }

    private List<List<Object>> batch(long to) throws RunException {
        List<List<Object>> all = new ArrayList<>();
        try (RowStream found = session.batch(query, from, to)) {
            while (found.next()) {
                List<Object> values = new ArrayList<>(query.columns().size());
                for (int i = 0; i < query.columns().size(); i++) {
                    values.add(found.value(i));
                }
                all.add(values);
            }
        }
        return all;
    }

    @Override
    public Object value(int column) {
        return row.get(column);
    }

    @Override
    public void close() {}
}
