package catchment.spec.kit;

import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Type;
import java.time.LocalDate;

/** What an engine may hand over as a value. */
final class EngineValues {
    private EngineValues() {}

    /** True if the value, not null, is one of the type. */
    static boolean fits(Type type, Object value) {
        return switch (type) {
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case FLOAT -> value instanceof Double number && Double.isFinite(number);
            case DATE -> value instanceof LocalDate date && !date.isBefore(Dates.FIRST) && !date.isAfter(Dates.LAST);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    value instanceof String;
        };
    }
}
