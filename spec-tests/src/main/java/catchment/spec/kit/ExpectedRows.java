package catchment.spec.kit;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.model.Type;
import catchment.runtime.format.CellText;
import catchment.runtime.tables.ResultTable;
import catchment.spec.cases.Block;
import catchment.spec.cases.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Expected tables and what an engine gave. */
final class ExpectedRows {
    /** Decimal numbers may differ by this part of them: engines add up in different orders. */
    private static final double TOLERANCE = 1e-9;

    private final double tolerance;

    /** A comparison to the last bit, or nearly. */
    ExpectedRows(boolean exact) {
        this.tolerance = exact ? 0 : TOLERANCE;
    }

    /** The tables of a result as a case writes them. */
    static List<Block.Table> written(List<ResultTable> results) {
        return results.stream().map(ExpectedRows::written).toList();
    }

    private static Block.Table written(ResultTable result) {
        boolean events = !result.name().equals("dataset");
        List<String> header = new ArrayList<>(result.columns().stream().map(ColumnSpecification::name).toList());
        List<List<String>> rows = new ArrayList<>();
        for (List<Object> values : result.rows()) {
            List<String> row = new ArrayList<>();
            for (Object value : values) {
                row.add(value == null ? "" : value instanceof String text ? Cells.write(text) : CellText.write(value));
            }
            if (events) {
                row.addFirst("");
            }
            rows.add(row);
        }
        if (events) {
            header.addFirst(result.name());
        }
        return new Block.Table(header, rows);
    }

    /** What is different, one line each; empty if the result is as expected. */
    List<String> differences(List<Block.Table> expected, List<ResultTable> results) {
        List<String> differences = new ArrayList<>();
        List<Block.Table> got = written(results);
        if (expected.size() != got.size()) {
            return List.of("expected " + expected.size() + " tables, got " + got.size());
        }
        for (int i = 0; i < got.size(); i++) {
            compare(expected.get(i), got.get(i), results.get(i), differences);
        }
        return differences;
    }

    private void compare(Block.Table expected, Block.Table got, ResultTable result, List<String> differences) {
        checkClasses(result, differences);
        if (!expected.header().equals(got.header())) {
            differences.add("expected the columns " + expected.header() + ", got " + got.header());
            return;
        }
        if (expected.rows().size() != got.rows().size()) {
            differences.add("expected " + expected.rows().size() + " rows, got " + got.rows().size() + ": " + got.rows());
            return;
        }
        int shift = got.header().size() - result.columns().size();
        for (int row = 0; row < got.rows().size(); row++) {
            for (int column = shift; column < got.header().size(); column++) {
                String wanted = expected.rows().get(row).get(column);
                Type type = result.columns().get(column - shift).type();
                if (!isSame(type, wanted, result.rows().get(row).get(column - shift))) {
                    differences.add("%s of patient %s: expected %s, got %s".formatted(
                            got.header().get(column), got.rows().get(row).get(shift), shown(wanted), shown(got.rows().get(row).get(column))));
                }
            }
        }
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "null" : cell;
    }

    private boolean isSame(Type type, String wanted, Object got) {
        if (type == Type.FLOAT && !wanted.isEmpty() && !wanted.contains(".") && !wanted.contains("e")) {
            return false;
        }
        Object value = CaseTables.value(type, wanted);
        if (value instanceof Double one && got instanceof Double other) {
            return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
        }
        return Objects.equals(value, got);
    }

    /** Values must be of the class that their type has, and decimal numbers finite, whatever they compare equal to. */
    private static void checkClasses(ResultTable result, List<String> differences) {
        for (List<Object> row : result.rows()) {
            for (int i = 0; i < row.size(); i++) {
                ColumnSpecification column = result.columns().get(i);
                if (row.get(i) != null && !EngineValues.fits(column.type(), row.get(i))) {
                    differences.add(column.name() + " is to be " + column.type().serialName() + ", but holds a " + row.get(i).getClass().getSimpleName() + ": " + row.get(i));
                }
            }
        }
    }
}
