package catchment.spec.reference;

import catchment.spec.cases.Block;
import catchment.spec.cases.PageWriter;
import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the specification as a page for readers: definitions in colour, marks turned into words. */
final class ReferencePage {
    private static final Pattern MARK = Pattern.compile("\\^([^^]*)\\^");

    private ReferencePage() {}

    static String of(SpecPage page) {
        StringBuilder text = new StringBuilder(LanguageReference.MADE);
        text.append("# ").append(page.title()).append('\n');
        append(text, page.opening(), List.of());
        for (SpecCase one : page.cases()) {
            text.append("\n## ").append(one.title()).append('\n');
            append(text, one.blocks(), one.definition());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<Block> blocks, List<String> definition) {
        for (Block block : blocks) {
            List<String> lines = switch (block) {
                case Block.Covers _, Block.Exact _ -> List.<String>of();
                case Block.Definition code -> fenced(code.lines());
                case Block.File file -> {
                    List<String> named = new ArrayList<>();
                    named.add("`" + file.name() + "`:");
                    named.add("");
                    named.add("```" + file.kind());
                    named.addAll(file.lines());
                    named.add("```");
                    yield named;
                }
                case Block.Refused refused -> refusal(refused, definition);
                case Block.Prose _, Block.Accepted _, Block.Table _ -> PageWriter.write(block);
            };
            if (!lines.isEmpty()) {
                text.append('\n');
                lines.forEach(line -> text.append(line).append('\n'));
            }
        }
    }

    private static List<String> fenced(List<String> lines) {
        List<String> code = new ArrayList<>();
        code.add("```python");
        lines.forEach(line -> code.add(line.replace("^", "")));
        code.add("```");
        return code;
    }

    private static List<String> refusal(Block.Refused refused, List<String> definition) {
        Matcher marks = MARK.matcher(String.join("\n", definition));
        List<String> lines = new ArrayList<>();
        for (String code : refused.codes()) {
            String place = marks.find() && !marks.group(1).isBlank() && !marks.group(1).contains("\n") ? " at `` " + marks.group(1) + " ``" : "";
            lines.add((lines.isEmpty() ? "" : "and ") + "refused" + place + ": [`" + code + "`](../../errors/" + code + ".md)");
        }
        lines.set(0, "R" + lines.getFirst().substring(1));
        return lines;
    }
}
