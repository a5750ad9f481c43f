package catchment.runtime.dummy;

import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws a value that is wanted: of the wanted codes, within the wanted bounds, and else as such values are. */
final class Drawing {
    private static final int TRIES = 30;

    /** Codes beyond those of the definition are few: they only show that lists are told apart. */
    private static final double FROM_VOCABULARY = 0.8;

    /** Dates and numbers that the definition names are bounds; a few records lie just on them. */
    private static final double NAMED_BOUND = 0.05;

    private static final double AT_A_BOUND = 0.1;

    private static final long SOON_DAYS = 100;

    private final UsedColumn column;
    private final Wanted wanted;
    private final Life life;
    private final SplittableRandom random;

    /** What was drawn. */
    record Drawn(Object value) {}

    private Drawing(UsedColumn column, Wanted wanted, Life life, SplittableRandom random) {
        this.column = column;
        this.wanted = wanted;
        this.life = life;
        this.random = random;
    }

    /**
     * A value, perhaps a missing one.
     *
     * @param wanted what the column allows and all wishes together
     * @param missingChance how often a value is missing where it may be
     * @return empty if no value was found
     */
    static Optional<Drawn> draw(UsedColumn column, Wanted wanted, Life life, double missingChance, SplittableRandom random) {
        if (wanted.missing() && (!wanted.present() || random.nextDouble() < missingChance)) {
            return Optional.of(new Drawn(null));
        }
        Optional<Drawn> present = wanted.present() ? new Drawing(column, wanted, life, random).present() : Optional.empty();
        return present.isEmpty() && wanted.missing() ? Optional.of(new Drawn(null)) : present;
    }

    private Optional<Drawn> present() {
        if (!wanted.among().isEmpty()) {
            return fromSet();
        }
        if (!column.vocabulary().isEmpty() && wanted.containing().isEmpty() && random.nextDouble() < fromVocabulary()) {
            for (int i = 0; i < 3; i++) {
                Object value = Seeds.oneOf(Seeds.oneOf(column.vocabulary(), random).list(), random);
                if (!usual(value)) {
                    continue;
                }
                if (!column.type().isMultiCode() && wanted.accepts(value)) {
                    return Optional.of(new Drawn(value));
                }
            }
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<Object> value = free(i);
            if (value.isPresent() && wanted.accepts(value.get())) {
                return Optional.of(new Drawn(value.get()));
            }
        }
        return vocabularyScan();
    }

    private double fromVocabulary() {
        return column.type().isText() ? FROM_VOCABULARY : NAMED_BOUND;
    }

    private boolean usual(Object value) {
        return !(value instanceof LocalDate date) || !date.isBefore(life.birth()) && !date.isAfter(life.end());
    }

    private Optional<Drawn> vocabularyScan() {
        return column.vocabulary().stream()
                .flatMap(members -> members.list().stream())
                .filter(wanted::accepts)
                .findFirst()
                .map(Drawn::new);
    }

    private Optional<Drawn> fromSet() {
        Members smallest = wanted.among().getFirst();
        for (Members members : wanted.among()) {
            if (members.list().size() < smallest.list().size()) {
                smallest = members;
            }
        }
        List<Object> list = smallest.list();
        if (list.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < Math.min(TRIES, list.size()); i++) {
            Object value = Seeds.oneOf(list, random);
            if (wanted.accepts(value)) {
                return Optional.of(new Drawn(value));
            }
        }
        int offset = random.nextInt(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object value = list.get((i + offset) % list.size());
            if (wanted.accepts(value)) {
                return Optional.of(new Drawn(value));
            }
        }
        return Optional.empty();
    }

    private Optional<Object> free(int attempt) {
        return switch (column.type()) {
            case BOOL -> Optional.of(random.nextBoolean());
            case INT -> Optional.<Object>of(whole());
            case FLOAT -> Optional.<Object>of(decimal());
            case DATE -> date(attempt);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE -> text();
            case ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> Optional.of(codes());
        };
    }

    private long whole() {
        Optional<Long> least = wanted.least().map(Long.class::cast);
        Optional<Long> greatest = wanted.greatest().map(Long.class::cast);
        if (least.isPresent() && greatest.isPresent() && greatest.get() < least.get()) {
            return least.get();
        }
        long low = least.orElseGet(() -> Math.min(0, greatest.map(most -> saturated(most, -100)).orElse(0L)));
        long high = greatest.orElseGet(() -> Math.max(100, saturated(low, 100)));
        if (random.nextDouble() < AT_A_BOUND) {
            return random.nextBoolean() ? low : high;
        }
        long value = high == Long.MAX_VALUE ? random.nextLong(low, high) : random.nextLong(low, high + 1);
        long step = column.step().orElse(1);
        if (step > 1) {
            long from = column.lawful().least().map(Long.class::cast).orElse(0L);
            long aligned = from + Math.floorDiv(value - from, step) * step;
            return aligned < low ? aligned + step : aligned;
        }
        return value;
    }

    private static long saturated(long value, long more) {
        long sum = value + more;
        return ((value ^ sum) & (more ^ sum)) < 0 ? (more > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
    }

    private double decimal() {
        Optional<Double> least = wanted.least().map(Double.class::cast);
        Optional<Double> greatest = wanted.greatest().map(Double.class::cast);
        double low = least.orElseGet(() -> Math.min(0, greatest.map(most -> most - 100).orElse(0.0)));
        double high = greatest.orElseGet(() -> low + Math.max(100, Math.abs(low)));
        if (random.nextDouble() < AT_A_BOUND) {
            return random.nextBoolean() ? low : high;
        }
        double value = high <= low ? low : random.nextDouble(low, high);
        double rounded = Math.round(value * 10) / 10.0;
        return rounded >= low && rounded <= high ? rounded : value;
    }

    /** Within the patient's life if the wish allows, else as the wish says. */
    private Optional<Object> date(int attempt) {
        LocalDate least = wanted.least().map(LocalDate.class::cast).filter(date -> date.isAfter(life.first())).orElse(life.first());
        LocalDate most = wanted.greatest().map(LocalDate.class::cast).filter(date -> date.isBefore(life.last())).orElse(life.last());
        if (most.isBefore(least)) {
            return Optional.empty();
        }
        LocalDate low = least.isBefore(life.birth()) && !most.isBefore(life.birth()) ? life.birth() : least;
        LocalDate high = most.isAfter(life.end()) && !least.isAfter(life.end()) ? life.end() : most;
        boolean odd = high.isBefore(low) || attempt > TRIES / 2;
        LocalDate from = odd ? least : low;
        LocalDate to = odd ? most : high;
        return Optional.of(aligned(between(from, to, wanted.least().isPresent(), wanted.greatest().isPresent()), from, to));
    }

    private LocalDate between(LocalDate from, LocalDate to, boolean fromWanted, boolean toWanted) {
        if (random.nextDouble() < AT_A_BOUND && (fromWanted || toWanted)) {
            return fromWanted && (!toWanted || random.nextBoolean()) ? from : to;
        }
        long days = to.toEpochDay() - from.toEpochDay();
        if (life.busy()) {
            return soon(from, to, fromWanted, toWanted);
        }
        // Records are denser in recent years: every other one comes from the last quarter where nothing bounds it below.
        double share = random.nextDouble();
        boolean recent = !fromWanted && random.nextBoolean();
        return to.minusDays((long) ((recent ? share * share * share : share) * days));
    }

    /** Not far from a bound, nearer rather than farther, so that there is room for what comes after, or before. */
    private LocalDate soon(LocalDate from, LocalDate to, boolean fromWanted, boolean toWanted) {
        long days = to.toEpochDay() - from.toEpochDay();
        long distance = (long) Math.expm1(random.nextDouble() * Math.log1p(Math.min(days, SOON_DAYS)));
        return fromWanted ? from.plusDays(distance) : toWanted ? to.minusDays(distance) : from.plusDays(random.nextLong(days + 1));
    }

    private LocalDate aligned(LocalDate date, LocalDate from, LocalDate to) {
        if (!column.firstOfMonth()) {
            return date;
        }
        LocalDate first = date.withDayOfMonth(1);
        return first.isBefore(from) && !first.plusMonths(1).isAfter(to) ? first.plusMonths(1) : first;
    }

    private Optional<Object> text() {
        if (column.regex().isPresent()) {
            return column.regex().get().draw(random).map(Object.class::cast);
        }
        String body = column.type() == Type.STR ? "text " + random.nextInt(1, 100) : CodeText.draw(column.type(), random);
        List<String> parts = new ArrayList<>(wanted.containing());
        if (parts.isEmpty()) {
            return Optional.of(body);
        }
        if (parts.size() == 1 && random.nextBoolean()) {
            return Optional.of(parts.getFirst());
        }
        Seeds.shuffle(parts, random);
        return Optional.of(String.join(" ", parts));
    }

    private Object codes() {
        List<String> parts = new ArrayList<>();
        wanted.containing().forEach(prefix -> parts.add(CodeText.completed(prefix, column.type(), random)));
        int others = parts.isEmpty() ? 1 + random.nextInt(3) : random.nextInt(3);
        for (int i = 0; i < others; i++) {
            boolean known = !column.vocabulary().isEmpty() && random.nextDouble() < 0.4;
            parts.add(known
                    ? CodeText.completed((String) Seeds.oneOf(Seeds.oneOf(column.vocabulary(), random).list(), random), column.type(), random)
                    : CodeText.draw(column.type(), random));
        }
        Seeds.shuffle(parts, random);
        return String.join(",", parts);
    }
}
