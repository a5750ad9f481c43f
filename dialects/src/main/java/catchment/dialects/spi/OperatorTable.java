package catchment.dialects.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;

/**
 * A readable table of operators and how an engine writes them.
 *
 * <p>In a row's text, <code>{0}</code> is the first operand, <code>{*}</code> all operands with commas between, <code>{1*}</code> all from the second on,
 * <code>{(*)}</code> each in parentheses of its own with commas between, and <code>{name := value}</code> pairs of an identifier and a value. An operand that is not alone between parentheses or commas is put in parentheses if it needs
 * them.
 */
public final class OperatorTable {
    /**
     * One row.
     *
     * @param operator the operator
     * @param text how it is written
     * @param page the engine's own page on what the text uses
     */
    public record Row(SqlOperator operator, String text, String page) {}

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Operand(int index, boolean enclosed) implements Piece {}

        record Rest(int from) implements Piece {}

        record Each() implements Piece {}

        record Pairs() implements Piece {}
    }

    private static final Pattern HOLE = Pattern.compile("\\{(?:(\\d+)|(\\d*)\\*|(\\(\\*\\))|(name := value))}");
    /** Just below that of a function call, which never needs parentheses. */
    private static final int TIGHT = 99;

    private final List<Row> rows;
    private final Map<SqlOperator, List<Piece>> pieces = new IdentityHashMap<>();

    /** A table of these rows. */
    public OperatorTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> pieces.put(row.operator(), parse(row.text())));
    }

    /** All rows, in order. */
    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** The row of an operator. */
    public Optional<Row> row(SqlOperator operator) {
        return rows.stream().filter(row -> row.operator() == operator).findFirst();
    }

    /** How often the operand stands in the operator's text; once if the operator is not in the table. */
    public int copies(SqlOperator operator, int index) {
        List<Piece> text = pieces.get(operator);
        if (text == null) {
            return 1;
        }
        int copies = 0;
        for (Piece piece : text) {
            copies += switch (piece) {
                case Piece.Operand operand -> operand.index() == index ? 1 : 0;
                case Piece.Rest rest -> index >= rest.from() ? 1 : 0;
                case Piece.Each _, Piece.Pairs _ -> 1;
                case Piece.Text _ -> 0;
            };
        }
        return Math.max(copies, 1);
    }

    /** Writes the call if its operator is in the table. */
    public boolean write(SqlWriter writer, SqlCall call) {
        List<Piece> text = pieces.get(call.getOperator());
        if (text == null) {
            return false;
        }
        for (Piece piece : text) {
            switch (piece) {
                case Piece.Text words -> writer.print(words.text());
                // the word before keeps its space
                case Piece.Operand operand when piece == text.getFirst() -> unparse(writer, call.operand(operand.index()), operand.enclosed());
                case Piece.Operand operand -> write(writer, call.operand(operand.index()), operand.enclosed());
                case Piece.Each _ -> {
                    for (int i = 0; i < call.operandCount(); i++) {
                        writer.print(i > 0 ? ", (" : "(");
                        write(writer, call.operand(i), true);
                        writer.print(")");
                    }
                }
                case Piece.Rest rest -> {
                    for (int i = rest.from(); i < call.operandCount(); i++) {
                        if (i > rest.from()) {
                            writer.print(", ");
                        }
                        write(writer, call.operand(i), true);
                    }
                }
                case Piece.Pairs _ -> {
                    for (int i = 0; i + 1 < call.operandCount(); i += 2) {
                        if (i > 0) {
                            writer.print(", ");
                        }
                        String name = ((SqlLiteral) call.operand(i)).getValueAs(String.class);
                        writer.print(writer.getDialect().quoteIdentifier(name) + " := ");
                        write(writer, call.operand(i + 1), true);
                    }
                }
            }
        }
        writer.setNeedWhitespace(true);
        return true;
    }

    private static void write(SqlWriter writer, SqlNode operand, boolean enclosed) {
        writer.setNeedWhitespace(false);
        unparse(writer, operand, enclosed);
    }

    private static void unparse(SqlWriter writer, SqlNode operand, boolean enclosed) {
        operand.unparse(writer, enclosed ? 0 : TIGHT, enclosed ? 0 : TIGHT);
        writer.setNeedWhitespace(false);
    }

    private static List<Piece> parse(String text) {
        List<Piece> found = new ArrayList<>();
        Matcher matcher = HOLE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                found.add(new Piece.Text(text.substring(at, matcher.start())));
            }
            at = matcher.end();
            if (matcher.group(1) != null) {
                found.add(new Piece.Operand(Integer.parseInt(matcher.group(1)), isEnclosed(text, matcher.start(), matcher.end())));
            } else if (matcher.group(2) != null) {
                found.add(new Piece.Rest(matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2))));
            } else if (matcher.group(3) != null) {
                found.add(new Piece.Each());
            } else {
                found.add(new Piece.Pairs());
            }
        }
        if (at < text.length()) {
            found.add(new Piece.Text(text.substring(at)));
        }
        return found;
    }

    private static boolean isEnclosed(String text, int start, int end) {
        String before = text.substring(0, start).stripTrailing();
        String after = text.substring(end).stripLeading();
        return (before.endsWith("(") || before.endsWith(",")) && (after.startsWith(")") || after.startsWith(",") || after.startsWith("AS "));
    }
}
