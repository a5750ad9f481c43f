package catchment.compiler.model;

/** A node that has no meaning: of the wrong type, or of rows that do not belong together. The evaluator checks first and says it in a researcher's words. */
@SuppressWarnings("serial")
public final class ModelException extends IllegalArgumentException {
    /** Which rule was broken. */
    public ModelException(String message) {
        super(message);
    }
}
