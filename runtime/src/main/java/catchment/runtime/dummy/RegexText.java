package catchment.runtime.dummy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Text that matches a regular expression of literals, classes, groups, alternation and greedy repeats: {@code E020[0-9]{5}} gives E02000123. */
final class RegexText {
    private static final int MOST_REPEATS = 8;
    private static final String ANY = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final String regex;
    private final SplittableRandom random;
    private int at;

    private RegexText(String regex, SplittableRandom random) {
        this.regex = regex;
        this.random = random;
    }

    /** A text that the whole expression matches. */
    static String draw(String regex, SplittableRandom random) {
        return new RegexText(regex, random).alternatives();
    }

    private String alternatives() {
        List<String> texts = new ArrayList<>();
        texts.add(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            texts.add(sequence());
        }
        return Seeds.oneOf(texts, random);
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int start = at;
            String one = atom();
            int end = at;
            int times = repeats();
            int after = at;
            for (int i = 0; i < times; i++) {
                // Each repeat is a draw of its own.
                at = start;
                text.append(i == 0 ? one : atom());
            }
            at = Math.max(end, after);
        }
        return text.toString();
    }

    private String atom() {
        char first = regex.charAt(at++);
        return switch (first) {
            case '(' -> {
                if (regex.startsWith("?:", at)) {
                    at += 2;
                }
                String inner = alternatives();
                at++;
                yield inner;
            }
            case '[' -> one(characters());
            case '.' -> one(ANY);
            case '^', '$' -> "";
            case '\\' -> escaped();
            default -> String.valueOf(first);
        };
    }

    private String escaped() {
        char which = regex.charAt(at++);
        return switch (which) {
            case 'd' -> one("0123456789");
            case 'w' -> one(ANY);
            case 's' -> " ";
            default -> String.valueOf(which);
        };
    }

    private String characters() {
        boolean negated = regex.charAt(at) == '^';
        if (negated) {
            at++;
        }
        StringBuilder set = new StringBuilder();
        while (regex.charAt(at) != ']') {
            char from = regex.charAt(at++);
            if (from == '\\') {
                char which = regex.charAt(at++);
                set.append(which == 'd' ? "0123456789" : which == 'w' ? ANY : String.valueOf(which));
            } else if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                char to = regex.charAt(at + 1);
                at += 2;
                for (char c = from; c <= to; c++) {
                    set.append(c);
                }
            } else {
                set.append(from);
            }
        }
        at++;
        if (!negated) {
            return set.toString();
        }
        StringBuilder others = new StringBuilder();
        ANY.chars().filter(c -> set.indexOf(String.valueOf((char) c)) < 0).forEach(c -> others.append((char) c));
        return others.toString();
    }

    private String one(String characters) {
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }

    private int repeats() {
        if (at >= regex.length()) {
            return 1;
        }
        return switch (regex.charAt(at)) {
            case '?' -> times(1, 0, 1);
            case '*' -> times(1, 0, MOST_REPEATS);
            case '+' -> times(1, 1, MOST_REPEATS);
            case '{' -> {
                int end = regex.indexOf('}', at);
                String[] bounds = regex.substring(at + 1, end).split(",", -1);
                int least = bounds[0].isEmpty() ? 0 : Integer.parseInt(bounds[0]);
                int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + MOST_REPEATS : Integer.parseInt(bounds[1]);
                yield times(end - at + 1, least, most);
            }
            default -> 1;
        };
    }

    private int times(int length, int least, int most) {
        at += length;
        return least + random.nextInt(most - least + 1);
    }
}
