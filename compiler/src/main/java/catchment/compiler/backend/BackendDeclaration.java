package catchment.compiler.backend;

import catchment.compiler.eval.ClassValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.query.FrameValue;
import catchment.compiler.query.SeriesValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code @backend class omop: …}: a backend of a class. */
final class BackendDeclaration {
    private static final List<String> MEMBERS =
            List.of("dialect", "schemas", "tables", "everyone", "visible", "active_until", "collations", "made_columns");

    private final Invocation call;
    private final ClassValue declared;
    private boolean wrong;

    private BackendDeclaration(Invocation call, ClassValue declared) {
        this.call = call;
        this.declared = declared;
    }

    static EvaluatedValue of(Invocation call) {
        return call.value("class_") instanceof ClassValue declared
                ? new BackendDeclaration(call, declared).read()
                : call.wrongKind("class_", "a class");
    }

    private EvaluatedValue read() {
        for (String member : declared.members().keySet()) {
            if (!MEMBERS.contains(member) && !member.startsWith("_")) {
                refuse(member, "a backend has no `" + member + "`", "it has `" + String.join("`, `", MEMBERS) + "`");
            }
        }
        Optional<String> dialect = member("dialect").flatMap(value -> text("dialect", value));
        if (member("dialect").isEmpty()) {
            refuse("dialect", "nothing says which dialect the database speaks", "for example `dialect = \"duckdb\"`");
        }
        List<String> schemas = new ArrayList<>();
        elements("schemas").forEach(value -> text("schemas", value).ifPresent(schemas::add));
        Map<String, BackendTable> tables = tables();
        BackendDefinition definition = new BackendDefinition(
                declared.name(), dialect.orElse(""), schemas, tables, visible(), activeUntil(), collations(), texts("made_columns"));
        return wrong ? new Poison(declared.origin()) : new BackendValue.Whole(definition, declared.origin());
    }

    private Map<String, BackendTable> tables() {
        Map<String, BackendTable> tables = new LinkedHashMap<>();
        for (EvaluatedValue value : elements("tables")) {
            switch (value) {
                case BackendValue.Mapping(BackendTable table, var place) -> {
                    if (tables.putIfAbsent(table.definition().name(), table) != null) {
                        report(place, "the table `" + table.definition().name() + "` is mapped twice", "leave one of them out");
                    }
                }
                case Poison _ -> wrong = true;
                default -> refuse("tables", "one of the `tables` is " + value.kind(), "each is made by `mapped(…)` or `query(…)`");
            }
        }
        if (tables.isEmpty() && !wrong) {
            refuse("tables", "the backend has no tables", "`tables = [mapped(…), query(…)]`");
        }
        return tables;
    }

    private List<Series> visible() {
        List<Series> visible = new ArrayList<>();
        member("everyone").ifPresent(value -> {
            switch (value) {
                case FrameValue frame -> visible.add(call.context().nodes().intern(new Exists(frame.node())));
                case Poison _ -> wrong = true;
                default -> refuse("everyone", "`everyone` is " + value.kind(), "it is the table that lists all patients: `everyone = core.patients`");
            }
        });
        for (EvaluatedValue value : elements("visible")) {
            switch (value) {
                case SeriesValue series when series.node().type() == Type.BOOL && series.node().domain().isPatient() -> visible.add(series.node());
                case Poison _ -> wrong = true;
                default -> refuse("visible", "one of `visible` is " + value.kind(), "each is true or false per patient: `~opted_out.exists_for_patient()`");
            }
        }
        return visible;
    }

    private Optional<Series> activeUntil() {
        return member("active_until").flatMap(value -> switch (value) {
            case SeriesValue series when series.node().type() == Type.DATE && series.node().domain().isPatient() -> Optional.of(series.node());
            case NoneValue _ -> Optional.empty();
            case Poison _ -> {
                wrong = true;
                yield Optional.empty();
            }
            default -> {
                refuse("active_until", "`active_until` is " + value.kind(), "it is a date per patient, or None");
                yield Optional.empty();
            }
        });
    }

    private Map<Type, String> collations() {
        Map<Type, String> collations = new LinkedHashMap<>();
        texts("collations").forEach((name, collation) -> Arrays.stream(Type.values())
                .filter(type -> type.isCode() && type.serialName().equals(name))
                .findFirst()
                .ifPresentOrElse(type -> collations.put(type, collation), () -> refuse(
                        "collations", "`" + name + "` is no class of codes", "for example `collations = {\"SNOMEDCTCode\": \"Latin1_General_BIN\"}`")));
        return collations;
    }

    private Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        member(name).ifPresent(value -> {
            if (!(value instanceof Collection.DictValue dict)) {
                refuse(name, "`" + name + "` is " + value.kind(), "it is a dict of texts");
                return;
            }
            dict.entries().values().forEach(entry -> text(name, entry.key())
                    .ifPresent(key -> text(name, entry.value()).ifPresent(text -> texts.put(key, text))));
        });
        return texts;
    }

    private Optional<EvaluatedValue> member(String name) {
        return Optional.ofNullable(declared.members().get(name));
    }

    private List<EvaluatedValue> elements(String name) {
        return member(name).map(value -> switch (value) {
                    case Collection.ListValue list -> List.copyOf(list.elements());
                    case Collection.TupleValue tuple -> tuple.elements();
                    case Poison _ -> {
                        wrong = true;
                        yield List.<EvaluatedValue>of();
                    }
                    default -> {
                        refuse(name, "`" + name + "` is " + value.kind(), "it is a list");
                        yield List.<EvaluatedValue>of();
                    }
                })
                .orElse(List.of());
    }

    private Optional<String> text(String name, EvaluatedValue value) {
        if (value instanceof TextValue text) {
            return Optional.of(text.value());
        }
        if (value instanceof Poison) {
            wrong = true;
        } else {
            refuse(name, "`" + name + "` has " + value.kind() + " where a text belongs", "a text stands between quotes");
        }
        return Optional.empty();
    }

    private void refuse(String member, String message, String hint) {
        report(declared.memberSpans().getOrDefault(member, declared.nameSpan()), message, hint);
    }

    private void report(Span place, String message, String hint) {
        wrong = true;
        call.context().report(Diagnostic.error(BackendCode.BACKEND_DECLARATION, place, message).hint(hint));
    }
}
