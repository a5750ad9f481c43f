package catchment.compiler.eval;

/** The methods of numbers. */
final class NumberMethods {
    static final StaticMethods.Table<IntegerValue> INTEGERS = new StaticMethods.Table<IntegerValue>()
            .method("bit_length", "", (number, call) -> new IntegerValue(
                    64L - Long.numberOfLeadingZeros(Math.abs(number.value())), call.span()))
            .method("is_integer", "", (_, call) -> new BooleanValue(true, call.span()));

    static final StaticMethods.Table<FloatValue> DECIMALS = new StaticMethods.Table<FloatValue>()
            .method("is_integer", "", (number, call) -> new BooleanValue(
                    number.value() == Math.rint(number.value()) && !Double.isInfinite(number.value()), call.span()));

    private NumberMethods() {}
}
