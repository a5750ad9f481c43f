package catchment.compiler.model;

import java.util.List;
import java.util.Optional;

/**
 * Which rows a series has a value for: one value per patient, or one per row of an event frame. Sorting changes no rows, so the frame is never a {@link Sort}.
 *
 * <p>Two event series combine only within one domain; a patient series combines with any. Source: the language's domain rule.
 *
 * @param rows the {@link SelectTable} or {@link Filter} whose rows these are; empty for the patient domain
 */
public record Domain(Optional<EventFrame> rows) {
    /** One value per patient. */
    public static final Domain PATIENT = new Domain(Optional.empty());

    /** One value per row of a table or filter. */
    public static Domain of(EventFrame frame) {
        return new Domain(Optional.of(frame));
    }

    /** True for one value per patient. */
    public boolean isPatient() {
        return rows.isEmpty();
    }

    /** True if every row of {@code inner} is a row of this: the same frame, or one that {@code inner} was filtered from; the patient domain holds any. */
    public boolean encloses(Domain inner) {
        if (isPatient()) {
            return true;
        }
        EventFrame wanted = rows.get();
        Domain at = inner;
        while (!at.isPatient()) {
            EventFrame frame = at.rows.get();
            if (frame == wanted) {
                return true;
            }
            at = frame instanceof Filter filter ? filter.source().domain() : PATIENT;
        }
        return false;
    }

    /**
     * The domain of something made of these series.
     *
     * @throws ModelException if they belong to rows of more than one frame
     */
    static Domain common(List<? extends Series> series) {
        Domain found = PATIENT;
        for (Series one : series) {
            Domain domain = one.domain();
            if (!domain.isPatient()) {
                if (!found.isPatient() && !found.equals(domain)) {
                    throw new ModelException("series of different rows");
                }
                found = domain;
            }
        }
        return found;
    }
}
