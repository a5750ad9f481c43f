package catchment.compiler.model;

/**
 * How many runs of dates there are that lie at most so many days apart; 0 where there is no date. Never null.
 *
 * @param source dates, an event series
 * @param maximumGapDays the longest gap within a run, in days
 */
public record CountEpisodes(Series source, long maximumGapDays) implements Series {
    public CountEpisodes {
        Checks.events(source);
        Checks.type(source, Type.DATE);
    }

    @Override
    public Type type() {
        return Type.INT;
    }

    @Override
    public Domain domain() {
        return Domain.PATIENT;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
