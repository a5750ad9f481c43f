package catchment.runtime.data;

import java.io.IOException;

/** Takes the rows of a table one by one. */
public interface RowSink {
    /** Takes rows and forgets them: to check a file. */
    RowSink NOWHERE = (_, _) -> {};

    /**
     * One row.
     *
     * @param patientId whose; 0 in a table that is not one of patients
     * @param values one for each wanted column, null where missing; the array is used again for the next row
     * @throws IOException if it cannot be taken
     */
    void row(long patientId, Object[] values) throws IOException;
}
