package catchment.compiler.model;

import java.time.LocalDate;

/**
 * One value for everybody.
 *
 * @param value never null; of the Java class that {@link Type} says
 * @param type its type
 */
public record Value(Object value, Type type) implements Series {
    public Value {
        boolean fits = switch (type) {
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case FLOAT -> value instanceof Double;
            case DATE -> value instanceof LocalDate;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    value instanceof String;
        };
        if (!fits) {
            throw new ModelException(value.getClass().getSimpleName() + " is no " + type);
        }
    }

    @Override
    public Domain domain() {
        return Domain.PATIENT;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
