package catchment.dialects.postgresql;

import java.util.List;

/**
 * Arithmetic of floats that has no result, null, where PostgreSQL has an error: the quotient by zero, and what is too large. What is too close to zero is zero.
 * The functions are seen by their session alone, and end with it. Most operands are far from all limits, which is looked at first.
 */
final class FloatFunctions {
    private static final String TAME_A = "(abs(a) BETWEEN 1E-150 AND 1E150 OR a = 0)";
    private static final String TAME_B = "abs(b) BETWEEN 1E-150 AND 1E150";

    static final List<String> CREATED = List.of(
            function("float_add", "abs(a) < 1E300 AND abs(b) < 1E300", "a + b", "NULL"),
            // less than one times anything is not too large
            function("float_multiply", TAME_A + " AND (" + TAME_B + " OR b = 0)", "a * b", "CASE WHEN abs(a) < 1 OR abs(b) < 1 THEN 0 END"),
            function("float_divide", TAME_A + " AND " + TAME_B, "a / b", "CASE WHEN abs(b) > abs(a) THEN 0 END"),
            function("float_power", "a = 1", "power(a, b)", "CASE WHEN (abs(a) < 1) = (b > 0) THEN 0 END"));

    private FloatFunctions() {}

    private static String function(String name, String tame, String result, String outOfRange) {
        return "CREATE OR REPLACE FUNCTION pg_temp." + name + "(a DOUBLE PRECISION, b DOUBLE PRECISION) RETURNS DOUBLE PRECISION\n"
                + "LANGUAGE plpgsql IMMUTABLE STRICT AS $$\n"
                + "BEGIN\n"
                + "  IF " + tame + " THEN\n"
                + "    RETURN " + result + ";\n"
                + "  END IF;\n"
                + "  BEGIN\n"
                + "    RETURN " + result + ";\n"
                + "  EXCEPTION\n"
                + "    WHEN division_by_zero OR invalid_argument_for_power_function THEN RETURN NULL;\n"
                + "    WHEN numeric_value_out_of_range THEN RETURN " + outOfRange + ";\n"
                + "  END;\n"
                + "END\n"
                + "$$";
    }
}
