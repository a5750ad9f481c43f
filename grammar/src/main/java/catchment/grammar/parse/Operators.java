package catchment.grammar.parse;

import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;

/** Which operator a word is. */
final class Operators {
    private Operators() {}

    static BinaryOperator binary(int type) {
        return switch (type) {
            case SurfaceLexer.PLUS -> BinaryOperator.ADD;
            case SurfaceLexer.MINUS -> BinaryOperator.SUBTRACT;
            case SurfaceLexer.STAR -> BinaryOperator.MULTIPLY;
            case SurfaceLexer.SLASH -> BinaryOperator.DIVIDE;
            case SurfaceLexer.DOUBLE_SLASH -> BinaryOperator.FLOOR_DIVIDE;
            case SurfaceLexer.PERCENT -> BinaryOperator.REMAINDER;
            case SurfaceLexer.AT -> BinaryOperator.MATRIX_MULTIPLY;
            case SurfaceLexer.AMPERSAND -> BinaryOperator.AND;
            case SurfaceLexer.BAR -> BinaryOperator.OR;
            case SurfaceLexer.CARET -> BinaryOperator.XOR;
            case SurfaceLexer.SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
            case SurfaceLexer.SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
            default -> throw new IllegalStateException("no operator: " + type);
        };
    }

    /** The operator of {@code +=} and its like. */
    static BinaryOperator augmented(String text) {
        String symbol = text.substring(0, text.length() - 1);
        for (BinaryOperator operator : BinaryOperator.values()) {
            if (operator.symbol().equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalStateException("no operator: " + text);
    }

    static ComparisonOperator comparison(SurfaceParser.ComparisonOperatorContext operator) {
        return switch (operator.getStart().getType()) {
            case SurfaceLexer.EQUAL -> ComparisonOperator.EQUAL;
            case SurfaceLexer.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            case SurfaceLexer.LESS -> ComparisonOperator.LESS;
            case SurfaceLexer.LESS_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case SurfaceLexer.GREATER -> ComparisonOperator.GREATER;
            case SurfaceLexer.GREATER_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case SurfaceLexer.IN -> ComparisonOperator.IN;
            case SurfaceLexer.NOT -> ComparisonOperator.NOT_IN;
            default -> operator.NOT() == null ? ComparisonOperator.IS : ComparisonOperator.IS_NOT;
        };
    }
}
