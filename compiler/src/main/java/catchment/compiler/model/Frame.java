package catchment.compiler.model;

/** Rows of one table, or chosen from one. */
public sealed interface Frame extends Node permits EventFrame, PatientFrame {
    /** The columns that can be selected. */
    TableSchema schema();

    /** Which rows a column of it has values for. */
    Domain domain();

    /** The table at the bottom. */
    Frame table();
}
