package catchment.compiler.model;

/** Any number of rows per patient. */
public sealed interface EventFrame extends Frame permits SelectTable, Filter, Sort {
    @Override
    SelectTable table();

    /** True if there is a {@link Sort} between this and its table, so that a row can be picked. */
    boolean isSorted();
}
