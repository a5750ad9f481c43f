package catchment.compiler.query;

import catchment.compiler.codelist.Codelist;
import catchment.compiler.codelist.CodelistFile;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FileFunctions;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.SourceFiles.Reading;
import catchment.compiler.eval.StaticKey;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code codelist_from_csv}: reads codes, and says what is wrong with their file. */
final class Codelists {
    private Codelists() {}

    /** The files that were read so far: real studies read one several times. */
    private static final class Known {
        private final Map<String, CodelistFile> files = new HashMap<>();
    }

    static EvaluatedValue fromCsv(Call call) {
        Given name = call.given("filename").orElseThrow();
        Optional<CodelistFile> file = file(((TextValue) name.value()).value(), name, call);
        if (file.isEmpty()) {
            return new Poison(call.site().whole());
        }
        Optional<Integer> column = column(file.get(), call.given("column").orElseThrow(), call);
        Optional<Given> wanted = call.given("category_column").filter(given -> given.value() instanceof TextValue);
        Optional<Integer> category = wanted.flatMap(given -> column(file.get(), given, call));
        if (column.isEmpty() || wanted.isPresent() && category.isEmpty()) {
            return new Poison(call.site().whole());
        }
        Codelist codes = file.get().read(column.get(), category);
        call.context().made(codes.entries().size());
        for (Codelist.Entry entry : codes.entries()) {
            if (!Texts.storable(entry.code()) || !entry.category().stream().allMatch(Texts::storable)) {
                return call.refuse(Misfits.notStorable(Texts.storable(entry.code()) ? entry.categorySpan() : entry.span()));
            }
        }
        return wanted.isPresent() ? categories(codes, call.site().whole()) : list(codes, call.site().whole());
    }

    private static EvaluatedValue list(Codelist codes, Span origin) {
        List<EvaluatedValue> values = new ArrayList<>(codes.entries().size());
        codes.entries().forEach(entry -> values.add(new TextValue(entry.code(), entry.span())));
        return new Collection.ListValue(values, origin);
    }

    private static EvaluatedValue categories(Codelist codes, Span origin) {
        Collection.DictValue dict = new Collection.DictValue(origin);
        for (Codelist.Entry entry : codes.entries()) {
            dict.entries().put(
                    new StaticKey(entry.code()),
                    new Collection.DictValue.Entry(
                            new TextValue(entry.code(), entry.span()),
                            new TextValue(entry.category().orElse(""), entry.categorySpan())));
        }
        return dict;
    }

    private static Optional<CodelistFile> file(String path, Given given, Call call) {
        Context context = call.context();
        Span span = Literals.place(given.value(), given.span(), context);
        boolean literal = context.sourceText(span).matches("(?s)[\"'].*[\"']");
        switch (context.files().read(path)) {
            case Reading.Found found -> {
                context.scanned(found.bytes().length / 8);
                Known known = context.state(Known.class, Known::new);
                CodelistFile file = known.files.get(found.path());
                if (file == null) {
                    Optional<CodelistFile> read = read(found, span, context);
                    read.ifPresent(made -> known.files.put(found.path(), made));
                    return read;
                }
                return Optional.of(file);
            }
            case Reading.Missing _ -> {
                context.report(missing(path, span, literal, context));
                return Optional.empty();
            }
            case Reading.Refused refused -> {
                context.report(FileFunctions.fault(refused, path, span, QueryCode.CODELIST_FILE, context));
                return Optional.empty();
            }
        }
    }

    private static Optional<CodelistFile> read(Reading.Found found, Span span, Context context) {
        Optional<String> text = found.text();
        if (text.isEmpty()) {
            context.report(Diagnostic.error(QueryCode.CODELIST_FILE, span, Words.tick(found.path()) + " is not UTF-8 text")
                    .hint("save it as CSV UTF-8"));
            return Optional.empty();
        }
        SourceText source = new SourceText(found.path(), text.get());
        context.sourceRead(source);
        try {
            CodelistFile file = new CodelistFile(source);
            if (file.headers().isEmpty()) {
                context.report(Diagnostic.error(QueryCode.CODELIST_FILE, span, Words.tick(found.path()) + " is empty"));
                return Optional.empty();
            }
            return Optional.of(file);
        } catch (CsvParseException problem) {
            context.report(Diagnostic.error(QueryCode.CODELIST_FILE, span, Words.tick(found.path()) + " cannot be read as CSV")
                    .hint("a quote that is opened and never closed is the usual reason"));
            return Optional.empty();
        }
    }

    private static Diagnostic missing(String path, Span span, boolean literal, Context context) {
        Diagnostic found = Diagnostic.error(QueryCode.CODELIST_FILE, span, "no file " + Words.tick(path));
        if (path.indexOf('\\') >= 0) {
            String mended = path.replace('\\', '/');
            found = found.hint("paths are written with /: " + Words.tick(Words.quoted(mended)));
            return literal && context.files().exists(mended) ? found.fix(span, Words.quoted(mended)) : found;
        }
        List<String> near = NearPaths.of(path, context.files().all());
        if (near.isEmpty()) {
            return found.hint("paths are relative to the study's folder; codelists are fetched by the command that updates them");
        }
        Diagnostic hinted = found.hint("did you mean " + Words.or(near.stream().map(Words::tick).toList()) + "?");
        return literal ? hinted.fix(span, Words.quoted(near.getFirst())) : hinted;
    }

    private static Optional<Integer> column(CodelistFile file, Given given, Call call) {
        String wanted = ((TextValue) given.value()).value();
        Optional<Integer> exact = file.column(wanted);
        if (exact.isPresent()) {
            return exact;
        }
        Context context = call.context();
        Span span = Literals.place(given.value(), given.span(), context);
        String path = file.headerLine().file();
        for (int i = 0; i < file.headers().size(); i++) {
            String header = file.headers().get(i);
            if (!header.equals(wanted) && header.strip().equals(wanted.strip()) && wanted.equals(wanted.strip())) {
                Span place = file.headerSpan(i);
                context.report(Diagnostic.error(
                                QueryCode.CODELIST_COLUMN, place, Words.tick(path) + " has a column " + Words.tick(Words.quoted(header)) + ", with a blank beside its name, and none " + Words.tick(Words.quoted(wanted)))
                        .hint("take the blank out of the file's first line")
                        .fix(place, wanted));
                return Optional.empty();
            }
        }
        context.report(noColumn(file, wanted, span, path, context));
        return Optional.empty();
    }

    private static Diagnostic noColumn(CodelistFile file, String wanted, Span span, String path, Context context) {
        Diagnostic found = Diagnostic.error(QueryCode.CODELIST_COLUMN, span, Words.tick(path) + " has no column " + Words.tick(wanted));
        boolean literal = context.sourceText(span).matches("(?s)[\"'].*[\"']");
        List<String> near = new ArrayList<>(NearNames.of(wanted, file.headers()));
        Optional<String> looks = Optional.empty();
        if (near.isEmpty()) {
            looks = CodeColumns.likely(file);
            looks.ifPresent(near::add);
        }
        if (!near.isEmpty()) {
            String reason = looks.isPresent() ? near.getFirst() + " looks like codes" : "did you mean " + Words.tick(near.getFirst()) + "?";
            found = found.hint(reason);
            found = literal ? found.fix(span, Words.quoted(near.getFirst())) : found;
        }
        return found.hint("its columns are " + Words.some(file.headers(), 10));
    }
}
