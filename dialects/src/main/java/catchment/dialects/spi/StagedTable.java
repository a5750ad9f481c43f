package catchment.dialects.spi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real table that a run makes for a while: {@code catchment_RUN_STAGE}. Its name says which run it belongs to and when that began, so that what a killed process
 * has left is known by it.
 *
 * @param run what tells the run from all others, see {@link #run(Instant, long)}
 * @param stage what it holds, as far as the name has room for it
 */
public record StagedTable(String run, String stage) {
    /** What the name of each such table begins with. */
    public static final String PREFIX = "catchment_";

    private static final int MOMENT = 7;
    private static final int CHANCE = 5;
    private static final int HASH = 8;
    private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9a-z]{" + (MOMENT + CHANCE) + "})_(.+)");
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    /**
     * What tells a run from all others: letters and digits.
     *
     * @param began when it begins; its seconds are kept
     * @param chance a number at random
     */
    public static String run(Instant began, long chance) {
        long room = (long) Math.pow(Character.MAX_RADIX, CHANCE);
        return digits(began.getEpochSecond(), MOMENT) + digits(Math.floorMod(chance, room), CHANCE);
    }

    private static String digits(long number, int length) {
        String digits = Long.toString(number, Character.MAX_RADIX);
        return "0".repeat(length - digits.length()) + digits;
    }

    /**
     * The name of a table, in small letters; one that has no room for the stage's name ends in its hash.
     *
     * @param longest how many bytes the engine lets a name have
     */
    public static String name(String run, String stage, int longest) {
        String name = (PREFIX + run + "_" + stage).toLowerCase(Locale.ROOT);
        if (name.getBytes(StandardCharsets.UTF_8).length <= longest) {
            return name;
        }
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > longest - HASH - 1) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + "_" + hash(stage).substring(0, HASH);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException neverOnAnyJava) {
            throw new IllegalStateException(neverOnAnyJava);
        }
    }

    /** What the name of a table says; empty for one that no run has made. */
    public static Optional<StagedTable> named(String name) {
        Matcher form = NAME.matcher(name);
        return form.matches() && !began(form.group(1)).isBefore(FIRST) ? Optional.of(new StagedTable(form.group(1), form.group(2))) : Optional.empty();
    }

    /** When its run began. */
    public Instant began() {
        return began(run);
    }

    private static Instant began(String run) {
        return Instant.ofEpochSecond(new BigInteger(run.substring(0, MOMENT), Character.MAX_RADIX).longValueExact());
    }
}
