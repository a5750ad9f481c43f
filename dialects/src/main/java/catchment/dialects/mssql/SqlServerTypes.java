package catchment.dialects.mssql;

import catchment.compiler.model.Type;
import java.util.Map;

/**
 * The types of columns. Texts are NVARCHAR(MAX), which no text is too long for, and compare by code unit. Codes are VARCHAR, so that they meet the columns of the
 * database without a conversion, which would keep an index from serving, and have the collation that those columns have.
 */
final class SqlServerTypes {
    /** Of columns whose codes are told apart by the case of letters: SNOMED CT's and CTV3's in TPP. */
    private static final String BINARY = "Latin1_General_BIN";
    /** Of all other columns of codes there. */
    private static final String WITHOUT_CASE = "Latin1_General_CI_AS";

    private SqlServerTypes() {}

    /**
     * With its collation.
     *
     * @param collations of codes, where a backend says them
     */
    static String column(Type type, Map<Type, String> collations) {
        return type.isText() ? bare(type) + " COLLATE " + collations.getOrDefault(type, collation(type)) : bare(type);
    }

    static String bare(Type type) {
        return switch (type) {
            case BOOL -> "BIT";
            case INT -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DATE -> "DATE";
            case STR -> "NVARCHAR(MAX)";
            // an index key may be that long, and no code is longer
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE -> "VARCHAR(50)";
            case ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> "VARCHAR(MAX)";
        };
    }

    static String collation(Type type) {
        return switch (type) {
            case SNOMEDCT_CODE, CTV3_CODE -> BINARY;
            case DMD_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> WITHOUT_CASE;
            case STR -> "Latin1_General_100_BIN2";
            case BOOL, INT, FLOAT, DATE -> throw new IllegalArgumentException(type + " is no text");
        };
    }
}
