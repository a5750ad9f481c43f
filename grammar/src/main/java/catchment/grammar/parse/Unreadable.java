package catchment.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A line that cannot be read gives way to one word that stands for it; what it would have bound is kept. */
final class Unreadable {
    private Unreadable() {}

    static void replace(Line line, Map<Token, List<String>> unreadable) {
        List<String> names = names(line);
        int type = Line.startsBlock(line.type(0)) && line.type(line.words().size() - 1) == SurfaceLexer.COLON
                ? SurfaceLexer.UNREADABLE_HEADER
                : SurfaceLexer.UNREADABLE;
        CommonToken stand = Words.spanning(type, "", line.first(), line.last());
        line.words().clear();
        line.words().add(stand);
        unreadable.put(stand, names);
    }

    /** The line that could not be read is taken for the head of a block. */
    static void makeHead(Line line) {
        if (line.first() instanceof CommonToken stand) {
            stand.setType(SurfaceLexer.UNREADABLE_HEADER);
        }
    }

    static boolean is(Line line) {
        return line.words().size() == 1
                && (line.type(0) == SurfaceLexer.UNREADABLE || line.type(0) == SurfaceLexer.UNREADABLE_HEADER);
    }

    private static List<String> names(Line line) {
        List<String> names = new ArrayList<>();
        int first = line.type(0);
        if (first == SurfaceLexer.DEF || first == SurfaceLexer.CLASS) {
            joined(line, 1).ifPresent(names::add);
        } else if (first == SurfaceLexer.FOR) {
            for (int i = 1; i < line.words().size() && line.type(i) != SurfaceLexer.IN; i++) {
                if (line.type(i) == SurfaceLexer.NAME) {
                    names.add(line.words().get(i).getText());
                }
            }
        } else if (first == SurfaceLexer.IMPORT || first == SurfaceLexer.FROM) {
            imported(line, names);
        } else {
            int start = 0;
            for (int i = 0; i < line.words().size(); i++) {
                if (line.type(i) == SurfaceLexer.ASSIGN) {
                    path(line, start, i).ifPresent(names::add);
                    start = i + 1;
                }
            }
        }
        return names;
    }

    private static void imported(Line line, List<String> names) {
        boolean after = line.type(0) == SurfaceLexer.IMPORT;
        for (int i = 1; i < line.words().size(); i++) {
            after |= line.type(i) == SurfaceLexer.IMPORT;
            int next = line.type(i + 1);
            if (after && line.type(i) == SurfaceLexer.NAME && next != SurfaceLexer.AS) {
                names.add(line.words().get(i).getText());
            }
        }
    }

    private static java.util.Optional<String> joined(Line line, int from) {
        StringBuilder name = new StringBuilder();
        for (int i = from; line.type(i) == SurfaceLexer.NAME; i++) {
            name.append(name.isEmpty() ? "" : "_").append(line.words().get(i).getText());
        }
        return name.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(name.toString());
    }

    private static java.util.Optional<String> path(Line line, int from, int to) {
        StringBuilder path = new StringBuilder();
        for (int i = from; i < to; i++) {
            int type = line.type(i);
            if (type != SurfaceLexer.NAME && type != SurfaceLexer.DOT) {
                return java.util.Optional.empty();
            }
            path.append(i > from && type == SurfaceLexer.NAME && line.type(i - 1) == SurfaceLexer.NAME ? "_" : "");
            path.append(line.words().get(i).getText());
        }
        return path.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(path.toString());
    }
}
