package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Series(type, constraints=[…])}: declares a column. */
final class ColumnDeclarations {
    private ColumnDeclarations() {}

    static EvaluatedValue series(Call call) {
        Given given = call.given("type_").orElseThrow();
        Optional<Type> type = Types.of(given.value());
        if (type.isEmpty()) {
            return call.refuse(noType(given, call));
        }
        Set<Class<?>> kinds = new HashSet<>();
        Optional<List<Constraint>> constraints = constraints("constraints", kinds, type.get(), call);
        Optional<List<Constraint>> dummy = constraints.isEmpty() ? Optional.empty() : constraints("dummy_data_constraints", kinds, type.get(), call);
        return dummy.isEmpty()
                ? new Poison(call.site().whole())
                : new ColumnValue(type.get(), constraints.get(), dummy.get(), call.site().whole());
    }

    /** The finding for something that stands where a type is wanted. */
    static Diagnostic noType(Given given, Call call) {
        return Diagnostic.error(
                        QueryCode.COLUMN_DECLARATION,
                        given.span(),
                        Words.tick(Words.source(given.span(), call.context())) + " is no type of a column")
                .hint("types are bool, int, float, str, date (after from datetime import date) and the codes of ehrql.codes, without quotes");
    }

    private static Optional<List<Constraint>> constraints(String parameter, Set<Class<?>> kinds, Type type, Call call) {
        Optional<Given> given = call.given(parameter);
        if (given.isEmpty()) {
            return Optional.of(List.of());
        }
        boolean list = given.get().value() instanceof Collection.ListValue || given.get().value() instanceof Collection.TupleValue;
        if (!list) {
            call.context().report(Expect.kind(given.get(), call, "a list of constraints"));
            return Optional.empty();
        }
        List<Constraint> constraints = new ArrayList<>();
        for (EvaluatedValue element : Containers.elements((Collection) given.get().value())) {
            if (element instanceof Poison) {
                return Optional.empty();
            }
            if (!(element instanceof ConstraintValue value)) {
                String hint = element instanceof LibraryFunction function ? "write Constraint." + function.entry().name() + "()" : "for example Constraint.NotNull()";
                call.context().report(Diagnostic.error(
                                QueryCode.COLUMN_DECLARATION, given.get().span(), "constraints are made with Constraint.…(…); " + element.kind() + " is none")
                        .hint(hint));
                return Optional.empty();
            }
            if (!kinds.add(value.constraint().getClass())) {
                call.context().report(Diagnostic.error(
                        QueryCode.COLUMN_DECLARATION, value.origin(), "a column has at most one constraint of each kind"));
                return Optional.empty();
            }
            if (!fits(value.constraint(), type)) {
                call.context().report(Diagnostic.error(
                        QueryCode.COLUMN_DECLARATION, value.origin(), "this constraint does not fit a column of " + Words.several(type)));
                return Optional.empty();
            }
            constraints.add(value.constraint());
        }
        return Optional.of(constraints);
    }

    private static boolean fits(Constraint constraint, Type type) {
        return switch (constraint) {
            case Constraint.Categorical categorical -> categorical.values().stream().allMatch(value -> value == null || holds(value, type));
            case Constraint.NotNull _, Constraint.Unique _ -> true;
            case Constraint.FirstOfMonth _, Constraint.DateAfter _ -> type == Type.DATE;
            case Constraint.Regex _ -> type.isText();
            case Constraint.ClosedRange _ -> type == Type.INT;
            case Constraint.GeneralRange range ->
                    range.minimum().stream().allMatch(value -> holds(value, type)) && range.maximum().stream().allMatch(value -> holds(value, type));
        };
    }

    private static boolean holds(Object value, Type type) {
        return switch (type) {
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case FLOAT -> value instanceof Double || value instanceof Long;
            case DATE -> value instanceof java.time.LocalDate;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    value instanceof String;
        };
    }
}
