package catchment.runtime.engine;

import catchment.compiler.model.Type;

/** Names and types in the text that makes DuckDB's tables. */
final class DuckDbNames {
    private DuckDbNames() {}

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String type(Type type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "BIGINT";
            case FLOAT -> "DOUBLE";
            case DATE -> "DATE";
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    "VARCHAR";
        };
    }

    /** The name behind a quoted one. */
    static String bare(String quoted) {
        return quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"") : quoted;
    }
}
