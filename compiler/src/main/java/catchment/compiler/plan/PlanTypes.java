package catchment.compiler.plan;

import catchment.compiler.model.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.SqlCollation;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The only types that a plan knows: true/false, whole numbers of 64 bits, doubles, unbounded texts in UTF-8, dates, and rows of these. A text says whether it is
 * a code, and of which system, since engines compare codes as the column that they come from does.
 */
public final class PlanTypes {
    private static final String TEXTS = "UTF-8$en_US$";

    private PlanTypes() {}

    /** True for a type that may stand in a plan. */
    public static boolean isOurs(RelDataType type) {
        if (type.isStruct()) {
            return type.getFieldList().stream().map(RelDataTypeField::getType).allMatch(PlanTypes::isOurs);
        }
        return switch (type.getSqlTypeName()) {
            case BOOLEAN, BIGINT, DOUBLE, DATE -> true;
            case VARCHAR -> type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
                    && StandardCharsets.UTF_8.equals(type.getCharset());
            default -> false;
        };
    }

    /** The type of the language that a text of a plan has; empty for what is no text. */
    public static Optional<Type> textType(RelDataType type) {
        if (type.getSqlTypeName() != SqlTypeName.VARCHAR || type.getCollation() == null) {
            return Optional.empty();
        }
        String name = type.getCollation().getCollationName();
        return name.startsWith(TEXTS) ? Optional.of(Type.valueOf(name.substring(TEXTS.length()).toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /** The collation whose only purpose is to say which text it is; it is never written. */
    static SqlCollation collation(Type type) {
        return new SqlCollation(TEXTS + type.name(), SqlCollation.Coercibility.IMPLICIT);
    }

    static SqlTypeName name(Type type) {
        return switch (type) {
            case BOOL -> SqlTypeName.BOOLEAN;
            case INT -> SqlTypeName.BIGINT;
            case FLOAT -> SqlTypeName.DOUBLE;
            case DATE -> SqlTypeName.DATE;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                            OPCS4_MULTI_CODE_STRING ->
                    SqlTypeName.VARCHAR;
        };
    }

    /** What Calcite is told of our types. */
    static final class TypeSystem extends RelDataTypeSystemImpl {
        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
            return true;
        }
    }

    /** Makes the types; texts are in UTF-8. */
    static final class TypeFactory extends SqlTypeFactoryImpl {
        TypeFactory() {
            this(new TypeSystem());
        }

        private TypeFactory(RelDataTypeSystem system) {
            super(system);
        }

        @Override
        public Charset getDefaultCharset() {
            return StandardCharsets.UTF_8;
        }
    }
}
