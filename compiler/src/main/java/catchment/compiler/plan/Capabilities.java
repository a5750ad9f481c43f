package catchment.compiler.plan;

/**
 * What the planner may ask of a dialect.
 *
 * @param expressionDepth how deep an expression may nest before the planner names a part of it
 * @param inlineListLength the longest list of values written into an expression; longer ones are loaded as data
 * @param inlineBranches the most branches of a case over literals of one series; more of them become a join to data
 * @param joinsAtOnce the most relations joined in one statement
 * @param extractionsAtOnce the most extractions answered by one statement
 * @param expandedSize how large, in nodes, an expression may grow if the engine writes shared parts out again; what is larger is cut off by a stage
 * @param comparesRows whether the greatest of several rows can be taken at once, see {@link Operators#PACK}
 * @param foreignValues whether a column of a base table may hold a float that is not finite or a date outside the years 1 to 9999
 * @param foreignTexts whether a text column of a base table may compare otherwise than code point by code point
 * @param copies how often the dialect prints an operand
 */
public record Capabilities(
        int expressionDepth,
        int inlineListLength,
        int inlineBranches,
        int joinsAtOnce,
        int extractionsAtOnce,
        int expandedSize,
        boolean comparesRows,
        boolean foreignValues,
        boolean foreignTexts,
        Copies copies) {
    /** How often a dialect's text of an operator repeats an operand. */
    @FunctionalInterface
    public interface Copies {
        /** The number of times that operand {@code index} stands in the text of the operator, at least one. */
        int of(org.apache.calcite.sql.SqlOperator operator, int index);
    }

    /** The same of an engine over tables whose values nobody has looked at. */
    public Capabilities withForeignValues() {
        return new Capabilities(
                expressionDepth, inlineListLength, inlineBranches, joinsAtOnce, extractionsAtOnce, expandedSize, comparesRows, true, foreignTexts, copies);
    }
}
