package catchment.compiler.model;

/** One value, possibly null, for each patient or for each row of an event frame. */
public sealed interface Series extends Node
        permits Value, Parameter, SelectColumn, Function, In, Case, Exists, Count, Aggregate, CountEpisodes, CombineAsSet {
    /** The type of its values; of the members for a {@link CombineAsSet}. */
    Type type();

    /** Which rows it has values for. */
    Domain domain();
}
