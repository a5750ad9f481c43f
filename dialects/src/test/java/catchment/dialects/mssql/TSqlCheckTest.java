package catchment.dialects.mssql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.compiler.plan.Operators;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TSqlCheckTest {
    private static final List<SqlOperator> FUNCTIONS = List.of(
            SqlStdOperatorTable.ABS, SqlStdOperatorTable.COALESCE, SqlStdOperatorTable.COUNT, SqlStdOperatorTable.LAG, SqlStdOperatorTable.MAX,
            SqlStdOperatorTable.MIN, SqlStdOperatorTable.ROW_NUMBER, SqlStdOperatorTable.SUM);

    /** Each construct of the standard that T-SQL lacks, or that we never write in it. */
    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            SELECT a = 1 FROM t                                             -> condition as a value
            SELECT a IS NULL FROM t                                         -> condition as a value
            SELECT NOT a = 1 FROM t                                         -> condition as a value
            SELECT a = 1 OR b = 2 FROM t                                    -> condition as a value
            SELECT CASE WHEN a = 1 THEN b = 2 ELSE NULL END FROM t          -> condition as a value
            SELECT COALESCE(a = 1, b = 2) FROM t                            -> condition as a value
            SELECT COUNT(a = 1) FROM t                                      -> condition as a value
            SELECT a FROM t ORDER BY a = 1                                  -> condition as a value
            SELECT a FROM t GROUP BY a = 1                                  -> condition as a value
            SELECT ROW_NUMBER() OVER (PARTITION BY a = 1 ORDER BY b) FROM t -> condition as a value
            SELECT (a = 1) = (b = 2) FROM t                                 -> condition as a value
            SELECT a FROM t WHERE (a = 1) = (b = 2)                         -> condition as a value
            SELECT a FROM t WHERE a                                         -> value as a condition
            SELECT CASE WHEN a THEN 1 ELSE 0 END FROM t                     -> value as a condition
            SELECT t.a FROM t JOIN u ON t.a                                 -> value as a condition
            SELECT a FROM t WHERE NOT a                                     -> value as a condition
            SELECT a FROM t WHERE TRUE                                      -> value as a condition
            SELECT a FROM t WHERE CASE WHEN a = 1 THEN 1 ELSE 0 END         -> CASE as a condition
            SELECT a FROM t WHERE (a = 1) IS TRUE                           -> IS TRUE as a condition
            SELECT a FROM t WHERE (a = 1) IS NOT TRUE                       -> IS NOT TRUE as a condition
            SELECT a FROM t WHERE a IS NOT DISTINCT FROM b                  -> IS NOT DISTINCT FROM as a condition
            SELECT a FROM t WHERE a IN (1, 2)                               -> IN as a condition
            SELECT TRUE FROM t                                              -> literal of the type BOOLEAN
            SELECT FALSE FROM t                                             -> literal of the type BOOLEAN
            SELECT COUNT(*) FILTER (WHERE a = 1) FROM t                     -> FILTER
            SELECT EXTRACT(YEAR FROM a) FROM t                              -> EXTRACT
            SELECT a || b FROM t                                            -> ||
            SELECT POSITION('a' IN b) FROM t                                -> POSITION
            SELECT SUBSTRING(a FROM 1 FOR 2) FROM t                         -> SUBSTRING
            SELECT TRIM(a) FROM t                                           -> TRIM
            SELECT GREATEST(a, b) FROM t                                    -> GREATEST
            SELECT a + INTERVAL '1' DAY FROM t                              -> literal of the type INTERVAL
            SELECT DATEADD(a, b) FROM t                                     -> DATEADD
            SELECT TIMESTAMP '2020-01-01 00:00:00' FROM t                   -> literal of the type TIMESTAMP
            SELECT CAST(a AS BOOLEAN) FROM t                                -> type of the standard
            SELECT CAST(a AS VARCHAR) FROM t                                -> type of the standard
            SELECT CAST(a AS DOUBLE) FROM t                                 -> type of the standard
            SELECT 9223372036854775807 + a FROM t                           -> number beyond 32 bits
            SELECT 1.5 FROM t                                               -> number beyond 32 bits that is no decimal
            SELECT CASE WHEN a = 1 THEN NULL ELSE NULL END FROM t           -> CASE whose results are all NULL
            SELECT a FROM t GROUP BY ()                                     -> GROUP BY nothing
            SELECT a FROM t GROUP BY 1                                      -> GROUP BY a constant
            SELECT a FROM t GROUP BY ROLLUP (a)                             -> ROLLUP
            SELECT SUM(a) FROM t                                            -> SUM
            SELECT COUNT(COUNT(a)) FROM t                                   -> aggregate within an aggregate
            SELECT a FROM (SELECT a FROM t ORDER BY a) AS u                 -> ORDER BY
            SELECT ROW_NUMBER() OVER (PARTITION BY a) FROM t                -> ROW_NUMBER without an order
            SELECT MAX(a) OVER (ORDER BY b) FROM t                          -> MAX over a window
            SELECT LAG(a) OVER (ORDER BY b ROWS 1 PRECEDING) FROM t         -> frame for LAG
            SELECT t.a FROM t NATURAL JOIN u                                -> NATURAL JOIN
            SELECT a FROM t JOIN u USING (a)                                -> NATURAL JOIN or USING
            SELECT a FROM (SELECT a FROM t)                                 -> in FROM without a name
            SELECT a FROM (VALUES (1)) AS u                                 -> VALUES whose columns have no names
            SELECT a FROM t EXCEPT ALL SELECT a FROM u                      -> EXCEPT as a query
            SELECT a FROM t INTERSECT SELECT a FROM u                       -> INTERSECT as a query
            SELECT ROW(a, b) FROM t                                         -> ROW
            SELECT (SELECT MAX(a) FROM u) FROM t                            -> T-SQL has no SELECT
            """)
    void refusesWhatTSqlLacks(String query, String what) throws SqlParseException {
        SqlNode parsed = parsed(query);
        assertThatThrownBy(() -> check(parsed)).as(query).isInstanceOf(IllegalStateException.class).hasMessageContaining(what);
    }

    /** The parser sets these apart from the select that they belong to. */
    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            SELECT a FROM t ORDER BY a NULLS LAST          -> NULLS FIRST and NULLS LAST
            SELECT a FROM t ORDER BY a DESC NULLS FIRST    -> NULLS FIRST and NULLS LAST
            SELECT a FROM t ORDER BY 'x'                   -> ORDER BY a constant
            SELECT a FROM t ORDER BY 2                     -> ORDER BY a constant
            SELECT a FROM t LIMIT 5                        -> part of the rows
            SELECT a FROM t OFFSET 5 ROWS                  -> part of the rows
            """)
    void refusesOrdersAndParts(String query, String what) throws SqlParseException {
        SqlNode parsed = parsed(query);
        assertThatThrownBy(() -> check(parsed)).as(query).isInstanceOf(IllegalStateException.class).hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT a, COUNT(*), MAX(b), MIN(DATE '2020-01-01') FROM t GROUP BY a ORDER BY a DESC",
        "SELECT CASE WHEN a = 1 AND NOT b IS NULL THEN 1 ELSE NULL END AS x FROM t AS u LEFT JOIN v ON u.a = v.a WHERE u.a <> 3 OR u.b >= -2147483648",
        "SELECT * FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC, c) AS place FROM t) AS u WHERE place = 1",
        "SELECT a FROM t UNION SELECT a FROM u",
        "SELECT a FROM (VALUES (NULL)) AS t (a) WHERE 1 = 0",
        "SELECT ABS(a) * 2 - COALESCE(b, 'x') + 1E0 FROM t CROSS JOIN u ORDER BY 1"
    })
    void acceptsWhatTSqlHas(String query) throws SqlParseException {
        SqlNode parsed = parsed(query);
        assertThatCode(() -> check(parsed)).as(query).doesNotThrowAnyException();
    }

    @Test
    void refusesACaseElevenLevelsDeep() throws SqlParseException {
        String nested = "a";
        for (int i = 0; i < 11; i++) {
            nested = "CASE WHEN a = " + i + " THEN " + nested + " ELSE 0 END";
        }
        SqlNode parsed = parsed("SELECT " + nested + " FROM t");
        assertThatThrownBy(() -> check(parsed)).hasMessageContaining("CASE nested deeper than 10 levels");
    }

    @Test
    void countsTheCasesOfTheOperatorsTexts() {
        SqlNode deep = new SqlIdentifier("a", SqlParserPos.ZERO);
        for (int i = 0; i < 11; i++) {
            deep = call(Operators.FLOAT_ADD, deep, new SqlIdentifier("b", SqlParserPos.ZERO));
        }
        SqlNode query = select(deep);
        assertThatThrownBy(() -> check(query)).hasMessageContaining("CASE nested deeper than 10 levels");
    }

    @Test
    void refusesASubqueryWithinAnAggregate() {
        SqlNode column = new SqlIdentifier("a", SqlParserPos.ZERO);
        SqlNode query = select(call(SqlStdOperatorTable.MAX, call(Operators.LEAST_OF, column, column)));
        assertThatThrownBy(() -> check(query)).hasMessageContaining("a subquery within an aggregate or a group");
    }

    @Test
    void refusesOperatorsOfOursThatAreNotInTheTable() {
        SqlNode column = new SqlIdentifier("a", SqlParserPos.ZERO);
        SqlNode query = select(call(Operators.PACK, column, column));
        assertThatThrownBy(() -> check(query)).hasMessageContaining("T-SQL has no PACK");
    }

    @Test
    void refusesAConditionOfOursAsAValue() {
        SqlNode column = new SqlIdentifier("a", SqlParserPos.ZERO);
        SqlNode query = select(call(Operators.HAS_BIT, column, column));
        assertThatThrownBy(() -> check(query)).hasMessageContaining("a condition as a value");
    }

    /** A query whose functions are those of the standard, as in a tree that was made from a plan. */
    private static SqlNode parsed(String query) throws SqlParseException {
        return SqlParser.create(query).parseQuery().accept(new SqlShuttle() {
            @Override
            public SqlNode visit(SqlLiteral literal) {
                return literal instanceof SqlUnknownLiteral unknown ? unknown.resolve(SqlTypeName.valueOf(unknown.tag)) : literal;
            }

            @Override
            public SqlNode visit(SqlCall call) {
                SqlNode copy = super.visit(call);
                return copy instanceof SqlCall inner && inner.getOperator() instanceof SqlUnresolvedFunction function
                        ? FUNCTIONS.stream()
                                .filter(known -> known.getName().equals(function.getName()))
                                .findFirst()
                                .map(known -> (SqlNode) known.createCall(inner.getFunctionQuantifier(), inner.getParserPosition(), inner.getOperandList()))
                                .orElse(inner)
                        : copy;
            }
        });
    }

    private static SqlNode call(SqlOperator operator, SqlNode... operands) {
        return new SqlBasicCall(operator, List.of(operands), SqlParserPos.ZERO);
    }

    private static SqlNode select(SqlNode column) {
        SqlParserPos nowhere = SqlParserPos.ZERO;
        return new SqlSelect(
                nowhere, null, SqlNodeList.of(column), new SqlIdentifier("t", nowhere), null, null, null, null, null, null, null, null, null);
    }

    private static void check(SqlNode query) {
        new TSqlCheck().query(query);
    }
}
