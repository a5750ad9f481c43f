package catchment.compiler.query;

import static catchment.compiler.query.Entry.function;
import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.named;
import static catchment.compiler.query.Entry.namedOptional;
import static catchment.compiler.query.Entry.namedRest;
import static catchment.compiler.query.Entry.optional;
import static catchment.compiler.query.Entry.parameter;
import static catchment.compiler.query.Entry.rest;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions that can be imported, besides {@code case}, {@code when} and the units of time. */
final class LibraryFunctions {
    private LibraryFunctions() {}

    static List<Entry> entries() {
        return List.of(
                function("create_dataset")
                        .gives("a dataset")
                        .says("Makes an empty dataset; the definition keeps it in the variable `dataset`.")
                        .spec("population/population")
                        .builds(call -> new DatasetValue(call.context().shown(call.site().whole()))),
                function("create_measures")
                        .gives("measures")
                        .says("Makes an empty collection of measures; the definition keeps it in the variable `measures`.")
                        .spec("population/measures")
                        .builds(call -> {
                            IntervalUse.measuresMade(call.context());
                            return new MeasuresValue(call.context().shown(call.site().whole()));
                        }),
                extreme("maximum_of", Operator.MAXIMUM_OF, "The greatest, or latest, of several values; missing ones are left out.", "series/extremes"),
                extreme("minimum_of", Operator.MINIMUM_OF, "The least, or earliest, of several values; missing ones are left out.", "series/extremes"),
                function("codelist_from_csv")
                        .takes(
                                parameter("filename", Expect.TEXT),
                                named("column", Expect.TEXT),
                                namedOptional("category_column", Expect.TEXT_OR_NONE, "None"))
                        .gives("a list of codes, or a dict from code to category")
                        .says("Reads codes from a column of a CSV file, and their categories from another.")
                        .spec("codes/codelists")
                        .builds(Codelists::fromCsv),
                function("get_parameter")
                        .takes(
                                parameter("name", Expect.TEXT),
                                optional("type", Expect.anything("str, int, float, bool, or a function of a text"), "str"),
                                optional("default", Expect.anything("any value"), "None"))
                        .gives("what the command gave")
                        .says("A value that the command gives after `--`: `-- --name value`.")
                        .spec("population/settings")
                        .builds(Parameters::get),
                function("claim_permissions")
                        .takes(rest("permissions", Expect.TEXT))
                        .says("Claims permissions that tables need, so that the definition runs on dummy data.")
                        .spec("population/settings")
                        .builds(call -> {
                            Claims claims = call.context().state(Claims.class, Claims::new);
                            call.all("permissions").forEach(given -> claims.add(((TextValue) given.value()).value()));
                            return new NoneValue(call.site().whole());
                        }),
                function("show")
                        .takes(
                                parameter("element", Expect.anything("a frame, a series, a difference of dates or a dataset")),
                                rest("other_elements", Expect.anything("series of the same rows")),
                                namedOptional("label", Expect.TEXT_OR_NONE, "None"),
                                namedOptional("head", Expect.COUNT_OR_NONE, "None"),
                                namedOptional("tail", Expect.COUNT_OR_NONE, "None"))
                        .says("Marks a value to be shown by the command that shows them; changes nothing else.")
                        .spec("population/settings")
                        .builds(Shows::show),
                method("_to_primitive_type")
                        .on(Receiver.of(Receiver.Kind.CODE))
                        .gives("text")
                        .says("The code as text.")
                        .spec("codes/codes")
                        .builds(call -> new TextValue(((CodeValue) call.receiverValue()).text(), call.site().whole())),
                function("Series")
                        .takes(
                                parameter("type_", Expect.anything("a type")),
                                namedOptional("description", Expect.TEXT, "\"\""),
                                namedOptional("constraints", Expect.anything("a list of constraints"), "()"),
                                namedOptional("dummy_data_constraints", Expect.anything("a list of constraints"), "()"),
                                namedOptional("required", Expect.FLAG, "True"),
                                namedOptional("implementation_notes_to_add_to_description", Expect.TEXT, "\"\""),
                                namedOptional("notes_for_implementors", Expect.TEXT, "\"\""))
                        .gives("a column")
                        .says("Declares a column of a table.")
                        .spec("population/inline_tables")
                        .builds(ColumnDeclarations::series),
                function("table")
                        .takes(parameter("class_", Expect.anything("a class of PatientFrame or EventFrame")))
                        .gives("a table")
                        .says("Makes a table of a class of columns.")
                        .spec("tables/declared")
                        .builds(TableDeclarations::table),
                function("table_from_rows")
                        .takes(parameter("rows", Expect.anything("a list of rows: patient_id, then the columns")))
                        .gives("a decorator")
                        .says("Makes a table of one row per patient, with its rows, of a class of columns.")
                        .spec("population/inline_tables")
                        .builds(InlineTables::fromRows),
                function("table_from_file")
                        .takes(
                                parameter("path", Expect.anything("a path")),
                                namedOptional("columns", Expect.anything("a dict from column names to types"), "None"))
                        .gives("a table, or a decorator")
                        .says("Makes a table of one row per patient of a data file.")
                        .spec("population/inline_tables")
                        .builds(InlineTables::fromFile));
    }

    private static Entry extreme(String name, Operator operator, String says, String spec) {
        return function(name)
                .takes(
                        parameter("value", Expect.anything("a number, text, date or code")),
                        parameter("other_value", Expect.anything("the same type")),
                        rest("other_values", Expect.anything("the same type")))
                .gives("the same type")
                .says(says)
                .spec(spec)
                .builds(call -> extreme(operator, call));
    }

    /** Literals take the type of the first argument that is a series; without one, each is what it is. */
    private static EvaluatedValue extreme(Operator operator, Call call) {
        List<Given> given = new ArrayList<>(call.all("value"));
        given.addAll(call.all("other_value"));
        given.addAll(call.all("other_values"));
        Optional<SeriesValue> first = given.stream()
                .map(Given::value)
                .filter(SeriesValue.class::isInstance)
                .map(SeriesValue.class::cast)
                .findFirst();
        Optional<Type> type = first.map(SeriesValue::type).or(() -> Literals.own(given.getFirst().value()).map(Literals.Typed::type));
        if (type.isPresent() && !type.get().isComparable()) {
            String text = Words.source(given.getFirst().span(), call.context());
            Diagnostic found = Diagnostic.error(
                    QueryCode.TYPE_MISMATCH, given.getFirst().span(), Words.tick(call.entry().name()) + " wants values with an order; " + Words.tick(text) + " is " + Words.a(type.get()));
            return call.refuse(type.get() == Type.BOOL ? found.hint(operator == Operator.MAXIMUM_OF ? "true if any is: a | b" : "true if all are: a & b") : found);
        }
        List<Taken.OfSeries> parts = new ArrayList<>();
        boolean good = true;
        for (Given argument : given) {
            Asker asker = Asker.beside(() -> Words.source(
                    given.stream().filter(other -> first.isPresent() && other.value() == first.get()).findFirst().orElse(given.getFirst()).span(),
                    call.context()));
            Optional<Series> series = type.isEmpty()
                    ? Operands.any(argument.value(), argument.span(), Asker.of(call.entry().name()), call.context())
                    : Operands.cast(argument.value(), argument.span(), type.get(), asker, call.context());
            series.ifPresent(made -> parts.add(new Taken.OfSeries(made, argument.span())));
            good &= series.isPresent();
            if (!good) {
                break;
            }
        }
        if (!good || !Rows.belongTogether(parts, call.site().whole(), call.context())) {
            return new Poison(call.site().whole());
        }
        return call.give(operator, parts.stream().map(Taken.OfSeries::series).toArray(Series[]::new));
    }
}
