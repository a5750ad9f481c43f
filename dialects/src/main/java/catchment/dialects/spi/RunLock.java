package catchment.dialects.spi;

/**
 * How a run shows others that it lives: a lock of its session, which ends with it.
 *
 * @param hold a statement by which the session shows it; it waits while somebody removes what the run has made
 * @param claim a query with one value, which is true, or 1, if no session shows it; then none can until the session that asked ends
 */
public record RunLock(String hold, String claim) {}
