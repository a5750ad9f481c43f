package catchment.spec.house;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced code block of a Markdown page.
 *
 * @param language the first word behind the fence; empty if there is none
 * @param name the rest of that line: a file's name, mostly; empty if there is none
 * @param text what stands between the fences, with the end of its last line
 * @param start where {@code text} starts in the page
 */
record CodeBlock(String language, String name, String text, int start) {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*) ?([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Those of a page, from top to bottom. */
    static List<CodeBlock> in(String page) {
        return BLOCK.matcher(page)
                .results()
                .map(found -> new CodeBlock(found.group(1), found.group(2).strip(), found.group(3), found.start(3)))
                .toList();
    }

    int end() {
        return start + text.length();
    }
}
