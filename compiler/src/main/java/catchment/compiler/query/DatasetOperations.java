package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.namedRest;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** What datasets and their event tables have. */
final class DatasetOperations {
    private static final Receiver DATASET = Receiver.of(Receiver.Kind.DATASET);

    private DatasetOperations() {}

    static List<Entry> entries() {
        return List.of(
                method("define_population")
                        .on(DATASET)
                        .takes(parameter("population", Expect.anything("true/false per patient")))
                        .says("Says who is in the dataset: the patients for whom the condition is true.")
                        .spec("population/population")
                        .builds(DatasetOperations::definePopulation),
                method("add_column")
                        .on(DATASET)
                        .takes(parameter("name", Expect.TEXT), parameter("value", Expect.anything("a value per patient")))
                        .says("Adds a variable; the same as `dataset.name = value`.")
                        .spec("population/population")
                        .builds(call -> {
                            Given name = call.given("name").orElseThrow();
                            Given value = call.given("value").orElseThrow();
                            boolean added = ((DatasetValue) call.receiverValue()).addVariable(
                                    ((TextValue) name.value()).value(), name.span(), value.value(), value.span(), call.context());
                            return added ? new NoneValue(call.site().whole()) : new Poison(call.site().whole());
                        }),
                method("configure_dummy_data")
                        .on(DATASET)
                        .takes(DummyDataOptions.PARAMETERS)
                        .says("Says how dummy data is made: for how many patients, and what they must meet besides the population.")
                        .spec("population/settings")
                        .builds(call -> {
                            DatasetValue dataset = (DatasetValue) call.receiverValue();
                            return DummyDataOptions.settings(call, dataset.dummyData())
                                    .<EvaluatedValue>map(settings -> {
                                        dataset.configure(settings);
                                        return new NoneValue(call.site().whole());
                                    })
                                    .orElseGet(() -> new Poison(call.site().whole()));
                        }),
                method("add_event_table")
                        .on(DATASET)
                        .takes(parameter("name", Expect.TEXT), namedRest("event_series", Expect.anything("a series")))
                        .gives("an event table")
                        .says("Adds an output with one row for each row of a frame.")
                        .spec("population/event_tables")
                        .builds(DatasetOperations::addEventTable),
                method("add_column")
                        .on(Receiver.of(Receiver.Kind.EVENT_TABLE))
                        .takes(parameter("name", Expect.TEXT), parameter("value", Expect.anything("a series of the table's rows")))
                        .says("Adds a column to an event table.")
                        .spec("population/event_tables")
                        .builds(call -> {
                            Given name = call.given("name").orElseThrow();
                            Given value = call.given("value").orElseThrow();
                            boolean added = ((EventTableValue) call.receiverValue()).add(
                                    ((TextValue) name.value()).value(), name.span(), value.value(), value.span(), call.context());
                            return added ? new NoneValue(call.site().whole()) : new Poison(call.site().whole());
                        }));
    }

    private static EvaluatedValue definePopulation(Call call) {
        DatasetValue dataset = (DatasetValue) call.receiverValue();
        Given given = call.given("population").orElseThrow();
        Optional<Span> before = dataset.populationSpan();
        if (before.isPresent()) {
            return call.refuse(Diagnostic.error(
                            QueryCode.POPULATION_TWICE,
                            call.site().whole(),
                            "the population was defined before, in line " + before.get().start().line())
                    .hint("join all conditions with & in one `define_population(…)`"));
        }
        Optional<Series> population = Populations.condition(given, "a population", call.context());
        if (population.isEmpty() || !IntervalUse.absent(population.get(), given.span(), call.context())) {
            return new Poison(call.site().whole());
        }
        Optional<Diagnostic> open = Populations.openEnded(population.get(), given.span(), call.context());
        if (open.isPresent()) {
            return call.refuse(open.get());
        }
        dataset.definePopulation(population.get(), call.context().shown(call.site().whole()));
        return new NoneValue(call.site().whole());
    }

    private static EvaluatedValue addEventTable(Call call) {
        DatasetValue dataset = (DatasetValue) call.receiverValue();
        Given nameGiven = call.given("name").orElseThrow();
        String name = ((TextValue) nameGiven.value()).value();
        Optional<Diagnostic> mistake = dataset.nameMistake(name, nameGiven.span(), call.context());
        if (mistake.isPresent()) {
            return call.refuse(mistake.get());
        }
        List<Given> columns = call.all("event_series");
        if (columns.isEmpty()) {
            return call.refuse(Diagnostic.error(
                            EvalCode.MISSING_ARGUMENT, call.site().whole(), "the event table " + Words.tick(name) + " has no column")
                    .hint(Words.tick("add_event_table(" + Words.quoted(name) + ", date=events.date, …)")));
        }
        EventTableValue table = new EventTableValue(name, call.context().shown(call.site().whole()));
        boolean good = true;
        for (Given column : columns) {
            good &= table.add(column.name().orElseThrow(), column.nameSpan(), column.value(), column.span(), call.context());
        }
        if (!good) {
            return new Poison(call.site().whole());
        }
        if (table.domain().isPatient()) {
            return call.refuse(Diagnostic.error(
                            QueryCode.VARIABLE_NEEDS_SERIES, call.site().whole(), "an event table needs a column of rows; all of these are one value per patient")
                    .hint("values per patient are variables of the dataset"));
        }
        dataset.addEventTable(name, table);
        return table;
    }
}
