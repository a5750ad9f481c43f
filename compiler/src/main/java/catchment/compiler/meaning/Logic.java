package catchment.compiler.meaning;

/** Three-valued logic: null stands for "not known". */
final class Logic {
    private Logic() {}

    /** False if either is false, else null if either is null. */
    static Boolean and(Boolean left, Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : Boolean.TRUE;
    }

    /** True if either is true, else null if either is null. */
    static Boolean or(Boolean left, Boolean right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        return left == null || right == null ? null : Boolean.FALSE;
    }
}
