package catchment.compiler.lint;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lines allow: {@code # catchment: allow never-used, no-upper-date} at the end of a line that a finding touches, or alone on the line before it. Without
 * codes it allows everything. A comment is not part of the syntax, so the line's text is asked.
 */
final class Allowances {
    private static final Pattern ALLOW = Pattern.compile("#\\s*catchment:\\s*allow\\b([^#]*)");
    private static final Pattern ALONE = Pattern.compile("^\\s*#.*");
    /** A finding may span a whole function; nobody looks for its comment far from where it begins. */
    private static final int MOST_LINES = 50;

    private final Map<String, SourceText> sources;

    Allowances(Map<String, SourceText> sources) {
        this.sources = sources;
    }

    /** True if the finding is not to be shown. */
    boolean allow(Diagnostic finding) {
        SourceText source = sources.get(finding.span().file());
        if (source == null) {
            return false;
        }
        int first = finding.span().start().line();
        int last = Math.min(finding.span().end().line(), first + MOST_LINES);
        String before = source.line(first - 1);
        if (ALONE.matcher(before).matches() && allows(before, finding.code().id())) {
            return true;
        }
        for (int line = first; line <= last; line++) {
            if (allows(source.line(line), finding.code().id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(String line, String code) {
        Matcher allowed = ALLOW.matcher(line);
        if (!allowed.find()) {
            return false;
        }
        String codes = allowed.group(1).strip();
        return codes.isEmpty() || Arrays.asList(codes.split("[\\s,]+")).contains(code);
    }
}
