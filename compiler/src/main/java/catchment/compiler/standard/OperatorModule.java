package catchment.compiler.standard;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NativeFunction;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.UnaryOperator;
import java.util.Map;

/** {@code operator}: the operators as functions, for {@code reduce}. */
final class OperatorModule {
    private OperatorModule() {}

    static Map<String, EvaluatedValue> values() {
        Functions functions = new Functions();
        Map.of(
                        "add", BinaryOperator.ADD,
                        "sub", BinaryOperator.SUBTRACT,
                        "mul", BinaryOperator.MULTIPLY,
                        "truediv", BinaryOperator.DIVIDE,
                        "floordiv", BinaryOperator.FLOOR_DIVIDE,
                        "mod", BinaryOperator.REMAINDER,
                        "pow", BinaryOperator.POWER,
                        "and_", BinaryOperator.AND,
                        "or_", BinaryOperator.OR,
                        "xor", BinaryOperator.XOR)
                .forEach((name, operator) -> functions.function(
                        name, "a, b, /", call -> call.join(operator, call.value("a"), call.value("b"))));
        Map.of(
                        "eq", ComparisonOperator.EQUAL,
                        "ne", ComparisonOperator.NOT_EQUAL,
                        "lt", ComparisonOperator.LESS,
                        "le", ComparisonOperator.LESS_OR_EQUAL,
                        "gt", ComparisonOperator.GREATER,
                        "ge", ComparisonOperator.GREATER_OR_EQUAL,
                        "is_", ComparisonOperator.IS,
                        "is_not", ComparisonOperator.IS_NOT)
                .forEach((name, operator) -> functions.function(
                        name, "a, b, /", call -> call.compare(operator, call.value("a"), call.value("b"))));
        functions.function("contains", "a, b, /", call -> call.compare(ComparisonOperator.IN, call.value("b"), call.value("a")));
        functions.function("neg", "a, /", call -> call.apply(UnaryOperator.NEGATE, call.value("a")));
        NativeFunction.Body invert = call -> call.apply(UnaryOperator.INVERT, call.value("a"));
        functions.function("invert", "a, /", invert).function("inv", "a, /", invert);
        return functions.values();
    }
}
