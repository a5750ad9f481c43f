package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Wishes for what the values of many rows come to. */
final class AggregateWishes {
    private static final int MOST_ROUNDS = 40;

    private final Wishes wishes;

    AggregateWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    boolean want(Aggregate aggregate, Wanted wanted) {
        EventFrame frame = aggregate.source().domain().rows().orElseThrow();
        boolean missing = wanted.missing() && aggregate.kind() != Aggregate.Kind.COUNT_DISTINCT;
        if (missing && (!wanted.present() || wishes.random().nextInt(4) == 0) && wishes.attempt(() -> wishes.rows().none(frame))) {
            return true;
        }
        Wanted value = wanted.andPresent();
        boolean met = wanted.present() && wishes.attempt(() -> switch (aggregate.kind()) {
            case MIN, MAX -> extreme(aggregate, frame, value);
            case SUM -> sum(aggregate, frame, value);
            case MEAN -> mean(aggregate, frame, value);
            case COUNT_DISTINCT -> distinct(aggregate, frame, value);
        });
        return met || missing && wishes.rows().none(frame);
    }

    private Object value(Series series) {
        return wishes.values().value(series, DraftRow.NONE);
    }

    private boolean extreme(Aggregate aggregate, EventFrame frame, Wanted wanted) {
        if (wishes.rows().rowOf(frame, row -> wishes.meet(aggregate.source(), wanted, row)).isEmpty()) {
            return false;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Object now = value(aggregate);
            if (wanted.accepts(now)) {
                return true;
            }
            Optional<DraftRow> offender = wishes.values().rows(frame).stream()
                    .filter(row -> Objects.equals(wishes.values().value(aggregate.source(), row), now))
                    .findFirst();
            if (offender.isEmpty()) {
                return false;
            }
            DraftRow row = offender.get();
            if (!wishes.attempt(() -> wishes.meet(aggregate.source(), wanted.orMissing(), row))) {
                wishes.rows().expel(frame, row);
            }
        }
        return false;
    }

    /** With one more row that makes it fit; where no value does, step by step, as for a sum of ones. */
    private boolean sum(Aggregate aggregate, EventFrame frame, Wanted wanted) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Object now = value(aggregate);
            if (wanted.accepts(now)) {
                return true;
            }
            Object before = now == null ? zero(aggregate.type()) : now;
            Wanted rest = now == null ? wanted : FunctionWishes.shifted(wanted, now);
            Wanted step = wanted.greatest().isPresent() && Comparison.compare(before, wanted.greatest().get()) > 0
                    ? Wanted.below(zero(aggregate.type()))
                    : Wanted.above(zero(aggregate.type()));
            if (!added(aggregate, frame, rest) && !added(aggregate, frame, step)) {
                List<DraftRow> rows = wishes.values().rows(frame);
                if (rows.isEmpty()) {
                    return false;
                }
                wishes.rows().expel(frame, Seeds.oneOf(rows, wishes.random()));
            }
        }
        return wanted.accepts(value(aggregate));
    }

    private boolean added(Aggregate aggregate, EventFrame frame, Wanted each) {
        return wishes.attempt(() -> wishes.rows().newRowOf(frame, row -> wishes.meet(aggregate.source(), each, row)).isPresent());
    }

    private static Object zero(Type type) {
        return type == Type.INT ? (Object) 0L : (Object) 0.0;
    }

    private boolean mean(Aggregate aggregate, EventFrame frame, Wanted wanted) {
        Wanted each = FunctionWishes.inUnitsOf(wanted, aggregate.source().type());
        if (wishes.rows().rowOf(frame, row -> wishes.meet(aggregate.source(), each, row)).isEmpty()) {
            return false;
        }
        for (DraftRow row : wishes.values().rows(frame)) {
            if (!wishes.attempt(() -> wishes.meet(aggregate.source(), each.orMissing(), row))) {
                wishes.rows().expel(frame, row);
            }
        }
        return wanted.accepts(value(aggregate));
    }

    private boolean distinct(Aggregate aggregate, EventFrame frame, Wanted wanted) {
        Optional<Long> target = wishes.rows().near((Long) value(aggregate), wanted);
        for (int round = 0; round < MOST_ROUNDS && target.isPresent(); round++) {
            long now = (Long) value(aggregate);
            if (wanted.accepts(now)) {
                return true;
            }
            List<DraftRow> rows = wishes.values().rows(frame);
            if (now < target.get()) {
                Members known = Members.of(rows.stream()
                        .map(row -> wishes.values().value(aggregate.source(), row))
                        .filter(Objects::nonNull)
                        .toList());
                if (wishes.rows().newRowOf(frame, row -> wishes.meet(aggregate.source(), Wanted.without(known), row)).isEmpty()) {
                    return false;
                }
            } else {
                wishes.rows().expel(frame, Seeds.oneOf(rows, wishes.random()));
            }
        }
        return false;
    }

    boolean episodes(CountEpisodes episodes, Wanted wanted) {
        EventFrame frame = episodes.source().domain().rows().orElseThrow();
        Optional<Long> target = wishes.rows().near((Long) value(episodes), wanted);
        for (int round = 0; round < MOST_ROUNDS && target.isPresent(); round++) {
            long now = (Long) value(episodes);
            if (wanted.accepts(now)) {
                return true;
            }
            List<DraftRow> rows = wishes.values().rows(frame);
            if (now < target.get()) {
                List<Object> dates = rows.stream().map(row -> wishes.values().value(episodes.source(), row)).filter(Objects::nonNull).toList();
                Wanted apart = Wanted.such(date -> dates.stream()
                        .allMatch(other -> Math.abs(Dates.days((LocalDate) date, (LocalDate) other)) > episodes.maximumGapDays()));
                if (wishes.rows().newRowOf(frame, row -> wishes.meet(episodes.source(), apart, row)).isEmpty()) {
                    return false;
                }
            } else {
                wishes.rows().expel(frame, Seeds.oneOf(rows, wishes.random()));
            }
        }
        return false;
    }
}
