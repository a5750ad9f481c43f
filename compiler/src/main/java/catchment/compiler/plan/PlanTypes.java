package catchment.compiler.plan;

import catchment.compiler.model.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** The only types that a plan knows: true/false, whole numbers of 64 bits, doubles, unbounded texts in UTF-8, dates, and rows of these. */
public final class PlanTypes {
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
