package catchment.dialects.mssql;

import catchment.compiler.model.Type;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** Operators of T-SQL that a plan does not know and that it is lowered to; {@link SqlServerOperators} says how each is written. */
final class TSql {
    /** The least of some texts, code point by code point. */
    static final SqlFunction LEAST_TEXT = function("LEAST_TEXT");

    /** The greatest of some texts, code point by code point. */
    static final SqlFunction GREATEST_TEXT = function("GREATEST_TEXT");

    /** A text with a character behind it that is less than a space, so that what is compared ends at the same place as the text. */
    static final SqlFunction MARKED = function("MARKED");

    /** The text that was marked. */
    static final SqlFunction UNMARKED = function("UNMARKED");

    /** The length of a text in bytes, spaces at its end among them. */
    static final SqlFunction BYTES = function("BYTES");

    /** Whether a text does not end in a space. */
    static final SqlFunction ENDS_BARE = function("ENDS_BARE");

    /** Whether the first text has the second within it, which is a literal and not empty. */
    static final SqlFunction CONTAINS_LITERAL = function("CONTAINS_LITERAL");

    /** A literal that is compared with codes: written so that the column is not converted. */
    static final SqlFunction CODE_LITERAL = function("CODE_LITERAL");

    /** A whole number in 32 bits, null if it does not fit. */
    static final SqlFunction IN_32_BITS = function("IN_32_BITS");

    /** For each type of codes: literals alone, which compare as the columns of that type do. */
    static final Map<Type, SqlFunction> LIKE_CODES = likeCodes();

    /** Those that are conditions. */
    static final Set<SqlOperator> CONDITIONS = Set.of(ENDS_BARE, CONTAINS_LITERAL);

    private TSql() {}

    private static Map<Type, SqlFunction> likeCodes() {
        Map<Type, SqlFunction> functions = new EnumMap<>(Type.class);
        for (Type type : Type.values()) {
            if (type.isText() && type != Type.STR) {
                functions.put(type, function("LIKE_" + type.name()));
            }
        }
        return Collections.unmodifiableMap(functions);
    }

    private static SqlFunction function(String name) {
        return new SqlFunction(
                name, SqlKind.OTHER_FUNCTION, ReturnTypes.ARG0_NULLABLE, null, OperandTypes.VARIADIC, SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }
}
