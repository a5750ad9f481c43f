package catchment.runtime.output;

import catchment.compiler.definition.ColumnSpecification;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * A column of an output as Arrow has it: whole numbers as narrow as their range allows, texts with categories as numbers into a dictionary of all of them.
 */
final class ArrowColumn {
    private final ColumnSpecification column;
    private final FieldVector vector;
    private final Optional<Dictionary> dictionary;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * @param number the column's number, which names its dictionary
     */
    ArrowColumn(ColumnSpecification column, int number, BufferAllocator memory) {
        this.column = column;
        this.dictionary = column.type().isText() && column.categories().isPresent()
                ? Optional.of(dictionary(column.categories().get(), number, memory))
                : Optional.empty();
        this.vector = field().createVector(memory);
    }

    private Dictionary dictionary(List<Object> categories, int number, BufferAllocator memory) {
        VarCharVector values = new VarCharVector("DICT" + number, FieldType.notNullable(ArrowType.Utf8.INSTANCE), memory);
        values.allocateNew();
        for (int i = 0; i < categories.size(); i++) {
            String text = (String) categories.get(i);
            values.setSafe(i, text.getBytes(StandardCharsets.UTF_8));
            indexes.put(text, i);
        }
        values.setValueCount(categories.size());
        return new Dictionary(values, new DictionaryEncoding(number, true, signed(-1, categories.size() - 1L)));
    }

    private Field field() {
        ArrowType type = dictionary.isPresent()
                ? dictionary.get().getEncoding().getIndexType()
                : switch (column.type()) {
                    case BOOL -> ArrowType.Bool.INSTANCE;
                    case INT -> column.range().map(ArrowColumn::narrowest).orElse(new ArrowType.Int(64, true));
                    case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
                    case DATE -> new ArrowType.Date(DateUnit.DAY);
                    case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                            ArrowType.Utf8.INSTANCE;
                };
        return new Field(column.name(), new FieldType(column.nullable(), type, dictionary.map(Dictionary::getEncoding).orElse(null)), null);
    }

    private static ArrowType.Int narrowest(ColumnSpecification.Range range) {
        if (range.minimum() < 0) {
            return signed(range.minimum(), range.maximum());
        }
        int bits = range.maximum() < 1L << 8 ? 8 : range.maximum() < 1L << 16 ? 16 : range.maximum() < 1L << 32 ? 32 : 64;
        return new ArrowType.Int(bits, false);
    }

    private static ArrowType.Int signed(long minimum, long maximum) {
        for (int bits = 8; bits < 64; bits *= 2) {
            if (minimum >= -(1L << (bits - 1)) && maximum < 1L << (bits - 1)) {
                return new ArrowType.Int(bits, true);
            }
        }
        return new ArrowType.Int(64, true);
    }

    FieldVector vector() {
        return vector;
    }

    Optional<Dictionary> dictionary() {
        return dictionary;
    }

    void close() {
        vector.close();
        dictionary.ifPresent(one -> one.getVector().close());
    }

    /** Puts a value, which may be null, into a row. */
    void set(int row, Object value) throws RunException {
        if (value == null) {
            if (!column.nullable()) {
                throw new IllegalStateException(column.name() + " is missing");
            }
            vector.setNull(row);
            return;
        }
        switch (vector) {
            case BitVector bits -> bits.setSafe(row, (Boolean) value ? 1 : 0);
            case Float8Vector decimals -> decimals.setSafe(row, (Double) value);
            case DateDayVector days -> days.setSafe(row, Math.toIntExact(((LocalDate) value).toEpochDay()));
            case VarCharVector texts -> texts.setSafe(row, ((String) value).getBytes(StandardCharsets.UTF_8));
            case BaseIntVector numbers -> numbers.setWithPossibleTruncate(row, dictionary.isPresent() ? index((String) value) : inRange((Long) value));
            default -> throw new IllegalStateException("no values of " + vector.getClass());
        }
    }

    private long inRange(long value) throws RunException {
        if (column.range().isPresent() && !column.range().get().holds(value)) {
            ColumnSpecification.Range range = column.range().get();
            throw new RunException(Diagnostic.error(
                            OutputCode.OUTPUT_RANGE,
                            Span.NONE,
                            "column `" + column.name() + "` holds a number outside " + range.minimum() + " to " + range.maximum() + ", the range declared for it")
                    .hint("a CSV output has no such limit"));
        }
        return value;
    }

    private long index(String value) throws RunException {
        Integer index = indexes.get(value);
        if (index == null) {
            throw new RunException(Diagnostic.error(
                            OutputCode.OUTPUT_CATEGORY,
                            Span.NONE,
                            "column `" + column.name() + "` holds a text that is none of the " + indexes.size() + " values declared for it")
                    .hint("a CSV output has no such limit"));
        }
        return index;
    }
}
