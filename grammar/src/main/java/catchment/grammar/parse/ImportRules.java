package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Imports in forms that there are not. */
final class ImportRules {
    private ImportRules() {}

    static boolean mend(Spot spot) {
        int first = spot.type(0);
        if (first == SurfaceLexer.IMPORT) {
            return ofImport(spot);
        }
        return first == SurfaceLexer.FROM && ofFrom(spot);
    }

    private static boolean ofImport(Spot spot) {
        int at = spot.index();
        if (spot.here() == SurfaceLexer.FROM && at > 1 && spot.type(at + 1) == SurfaceLexer.NAME) {
            String names = spot.shown(1, at - 1);
            String module = spot.shown(at + 1, spot.last());
            form(spot, 0, spot.last(), "`import … from …` has its parts in the wrong order", "from " + module + " import " + names);
            turn(spot, at);
            return true;
        }
        if (spot.here() == SurfaceLexer.STAR) {
            boolean dotted = spot.before() == SurfaceLexer.DOT && at > 2;
            String better = dotted ? "from " + spot.shown(1, at - 2) + " import *" : "from module import *";
            form(spot, 0, at, "`import` cannot take `*`", better);
            spot.remove(0, spot.last() - 1);
            spot.replace(0, SurfaceLexer.PASS, "pass");
            return true;
        }
        if (spot.here() == SurfaceLexer.IMPORT && at > 1 && at < spot.last()) {
            form(spot, 0, spot.last(), "where names are taken from a module the line starts with `from`", "from " + spot.shown(1, at - 1) + " " + spot.shown(at, spot.last()));
            spot.replace(0, SurfaceLexer.FROM, "from");
            return true;
        }
        return quoted(spot) || dashed(spot, 1) || ended(spot, "the name of a module");
    }

    private static boolean ofFrom(Spot spot) {
        int at = spot.index();
        if (spot.atEnd() && !spot.within(-1, SurfaceLexer.IMPORT)) {
            form(spot, 0, spot.last(), "`from` needs an `import` after the module",
                    at > 1 ? spot.shown(0, spot.last()) + " import *" : "from module import name");
            spot.line().markGuessed();
            return false || give(spot);
        }
        if (spot.here() == SurfaceLexer.FROM && at > 2) {
            spot.say(Diagnostic.error(SyntaxCode.IMPORT_FORM, spot.span(at), "two imports stand on one line")
                    .hint("write `from module import names` once on a line"));
            return give(spot);
        }
        if (spot.here() == SurfaceLexer.COMMA && spot.before() == SurfaceLexer.STAR) {
            spot.say(Diagnostic.error(SyntaxCode.IMPORT_FORM, spot.span(at, spot.last()), "`*` imports all names already")
                    .hint("delete what follows it, or name what is wanted instead of `*`")
                    .fix(spot.span(at, spot.last()), ""));
            spot.remove(at, spot.last());
            return true;
        }
        if (spot.atEnd() && spot.before() == SurfaceLexer.COMMA) {
            spot.say(Diagnostic.error(SyntaxCode.IMPORT_FORM, spot.span(at - 1), "nothing follows this comma")
                    .hint("delete it; names that go on on the next line stand in parentheses: `import (…)`")
                    .fix(spot.span(at - 1), ""));
            spot.remove(at - 1, at - 1);
            return true;
        }
        if (spot.within(-1, SurfaceLexer.IMPORT) && spot.here() == SurfaceLexer.DOT && spot.before() == SurfaceLexer.NAME) {
            int end = at;
            while (spot.type(end) == SurfaceLexer.DOT && spot.type(end + 1) == SurfaceLexer.NAME) {
                end += 2;
            }
            int importAt = indexOf(spot, SurfaceLexer.IMPORT);
            String inner = spot.shown(at - 1, end - 1);
            String last = spot.text(end - 1);
            String path = inner.substring(0, Math.max(0, inner.length() - last.length() - 1));
            form(spot, at - 1, end - 1, "after `import` stands a plain name, not `" + inner + "`",
                    spot.shown(0, importAt - 1) + "." + path + " import " + last);
            spot.join(at - 1, end - 1, SurfaceLexer.NAME, last);
            return true;
        }
        if (spot.here() == SurfaceLexer.NAME && spot.before() == SurfaceLexer.NAME && spot.within(-1, SurfaceLexer.IMPORT)) {
            spot.say(Diagnostic.error(
                            SyntaxCode.COMMA_MISSING, spot.gap(), "a comma is missing between `" + spot.text(at - 1) + "` and `" + spot.text(at) + "`")
                    .hint("write `" + spot.text(at - 1) + ", " + spot.text(at) + "`")
                    .fix(spot.span(at - 1).after(), ","));
            spot.insert(at, SurfaceLexer.COMMA, ",");
            return true;
        }
        if ((spot.here() == SurfaceLexer.NAME || spot.here() == SurfaceLexer.STAR) && spot.before() == SurfaceLexer.NAME && !spot.within(-1, SurfaceLexer.IMPORT)) {
            form(spot, at, at, "`import` is missing before `" + spot.text(at) + "`", spot.shown(0, at - 1) + " import " + spot.text(at));
            spot.insert(at, SurfaceLexer.IMPORT, "import");
            return true;
        }
        return quoted(spot) || dashed(spot, 1) || ended(spot, "the name to import");
    }

    /** {@code import my-module}. */
    private static boolean dashed(Spot spot, int from) {
        int at = spot.index();
        if (spot.here() != SurfaceLexer.MINUS || !spot.touches(at - 1) || !spot.touches(at) || at - 1 < from) {
            return false;
        }
        int start = at - 1;
        int end = at;
        while (spot.type(end) == SurfaceLexer.MINUS && (spot.type(end + 1) == SurfaceLexer.NAME || Words.isNumber(spot.type(end + 1)))) {
            end += 2;
        }
        String better = spot.shown(start, end - 1).replace('-', '_');
        spot.say(Diagnostic.error(
                        SyntaxCode.NAME_CHARACTER, spot.span(start, end - 1), "`-` is the minus sign and cannot be part of a name")
                .hint("rename the file and write `" + better + "`")
                .fix(spot.span(start, end - 1), better));
        spot.join(start, end - 1, SurfaceLexer.NAME, better);
        return true;
    }

    private static boolean quoted(Spot spot) {
        if (spot.here() != SurfaceLexer.STRING) {
            return false;
        }
        String inside = spot.text(spot.index()).replaceAll("^[A-Za-z]*[\"']+|[\"']+$", "").replaceAll("\\.(py|ehrql)$", "").replace('/', '.');
        spot.say(Diagnostic.error(SyntaxCode.IMPORT_FORM, spot.span(spot.index()), "a module is named without quotes")
                .hint("write `" + inside + "`")
                .fix(spot.span(spot.index()), inside));
        boolean name = inside.matches("[A-Za-z_][A-Za-z_0-9]*");
        spot.replace(spot.index(), SurfaceLexer.NAME, name ? inside : "_");
        return true;
    }

    private static boolean ended(Spot spot, String what) {
        if (!spot.atEnd() && spot.here() != SurfaceLexer.RIGHT_PAREN && spot.here() != SurfaceLexer.COMMA) {
            return false;
        }
        spot.say(Diagnostic.error(
                        SyntaxCode.VALUE_MISSING, spot.gap(), "after `" + spot.text(spot.index() - 1) + "` " + what + " is missing")
                .hint("write `import module` or `from module import name`"));
        return give(spot);
    }

    /** The line has had its message and cannot be mended. */
    private static boolean give(Spot spot) {
        spot.line().markGuessed();
        return true;
    }

    private static void form(Spot spot, int from, int to, String message, String better) {
        spot.say(Diagnostic.error(SyntaxCode.IMPORT_FORM, spot.span(from, to), message)
                .hint("write `" + better + "`")
                .fix(spot.span(0, spot.last()), better));
    }

    private static int indexOf(Spot spot, int type) {
        int at = 0;
        while (at < spot.last() && spot.type(at) != type) {
            at++;
        }
        return at;
    }

    /** {@code import a from b} into {@code from b import a}. */
    private static void turn(Spot spot, int from) {
        List<Token> words = spot.line().words();
        List<Token> turned = new ArrayList<>();
        turned.addAll(words.subList(from, words.size()));
        turned.addAll(words.subList(0, from));
        words.clear();
        words.addAll(turned);
    }
}
