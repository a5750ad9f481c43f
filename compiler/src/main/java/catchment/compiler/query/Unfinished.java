package catchment.compiler.query;

import catchment.compiler.eval.Arguments;

/** A value that calls change, so that it must know of calls that failed: what they would have set is unknown, not missing. */
interface Unfinished {
    /** A call of this value's method failed, with a report. */
    void missed(Entry entry, Arguments arguments);
}
