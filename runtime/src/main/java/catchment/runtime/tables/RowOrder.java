package catchment.runtime.tables;

import catchment.compiler.meaning.Comparison;
import java.util.Comparator;
import java.util.List;

/** The order of the rows of an output: {@code patient_id}, then all columns from left to right, nulls first. */
public final class RowOrder {
    /** Compares rows of the same columns. */
    public static final Comparator<List<Object>> BY_ALL_COLUMNS = RowOrder::compare;

    private RowOrder() {}

    private static int compare(List<Object> left, List<Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = Comparison.NULLS_FIRST.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
