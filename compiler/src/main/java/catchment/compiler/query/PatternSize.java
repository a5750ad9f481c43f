package catchment.compiler.query;

import java.util.ArrayDeque;
import java.util.Deque;

/** How long a pattern is with its counted repeats written out: {@code ((a{1000}){1000}){1000}} has a billion characters, which no memory holds. */
final class PatternSize {
    private static final long ENOUGH = 1_000_000_000_000L;

    private final String regex;
    /** Of the whole and each open group. */
    private final Deque<Long> sizes = new ArrayDeque<>();
    private int at;
    private long last;

    private PatternSize(String regex) {
        this.regex = regex;
    }

    /** The number of its characters, classes and the like; of what is no pattern, any number. */
    static long of(String regex) {
        return new PatternSize(regex).measure();
    }

    private long measure() {
        sizes.push(0L);
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '(' -> {
                    at++;
                    sizes.push(0L);
                }
                case ')' -> {
                    at++;
                    close();
                }
                case '[' -> one(afterClass());
                case '\\' -> one(at + 2);
                case '{' -> repeat();
                default -> one(at + 1);
            }
        }
        while (sizes.size() > 1) {
            close();
        }
        return sizes.pop();
    }

    private void one(int next) {
        at = next;
        last = 1;
        sizes.push(sizes.pop() + 1);
    }

    private void close() {
        if (sizes.size() > 1) {
            last = sizes.pop();
            sizes.push(sizes.pop() + last);
        }
    }

    private int afterClass() {
        int end = at + 1;
        end += regex.startsWith("^", end) ? 2 : 1;
        while (end < regex.length() && regex.charAt(end) != ']') {
            end += regex.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private void repeat() {
        int end = regex.indexOf('}', at);
        String[] bounds = regex.substring(at + 1, Math.max(at + 1, end)).split(",", 2);
        long times = Math.max(number(bounds[0]), bounds.length > 1 ? number(bounds[1]) : 0);
        if (end < 0 || times < 0) {
            one(at + 1);
            return;
        }
        at = end + 1;
        long written = Math.min(ENOUGH, last * Math.max(1, times));
        sizes.push(sizes.pop() + written - last);
        last = written;
    }

    /** Less than zero if it is none. */
    private static long number(String text) {
        return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9') ? Long.parseLong(text) : -1;
    }
}
