package catchment.grammar.syntax;

/** An operator before its only operand. */
public enum UnaryOperator {
    NEGATE("-"),
    PLUS("+"),
    INVERT("~");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
