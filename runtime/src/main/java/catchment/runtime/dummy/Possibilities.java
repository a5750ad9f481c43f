package catchment.runtime.dummy;

import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Series;
import java.util.List;

/** What is known of the values that a series can have. Whoever knows nothing says that anything is possible. */
interface Possibilities {
    /** Whether the series can be missing. */
    boolean canBeMissing(Series series);

    /** Whether the series can be anything but missing. */
    boolean canBePresent(Series series);

    /** Whether a bool can be true. */
    boolean canBeTrue(Series series);

    /** Whether a bool can be false. */
    boolean canBeFalse(Series series);

    /** The few values that a column may have besides a missing one; none if they are not listed. */
    List<Object> lawful(Series series);

    /** The rows that somebody may have in an inline table, without {@code patient_id}; none for having no row. */
    List<List<Object>> rows(InlinePatientTable table);
}
