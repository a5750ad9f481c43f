package catchment.compiler.eval;

import java.util.Map;
import java.util.Optional;

/** Names that earlier versions of the library had, and what they are called now. */
final class FormerNames {
    private static final Map<String, String> TABLES = Map.of(
            "hospital_admissions", "apcs",
            "outpatient_appointments", "opa",
            "emergency_care", "emergency_care_attendances",
            "household_memberships", "household_memberships_2020",
            "isaric_new", "isaric");

    private FormerNames() {}

    /** The name now of a module that has moved. Empty if none of that name is known to have been. */
    static Optional<String> module(String name) {
        if (name.equals("databuilder") || name.startsWith("databuilder.")) {
            return Optional.of(module("ehrql" + name.substring("databuilder".length()))
                    .orElse("ehrql" + name.substring("databuilder".length())));
        }
        if (name.equals("ehrql.tables.beta")) {
            return Optional.of("ehrql.tables");
        }
        if (name.startsWith("ehrql.tables.beta.raw.")) {
            return Optional.of("ehrql.tables.raw." + name.substring("ehrql.tables.beta.raw.".length()));
        }
        if (name.startsWith("ehrql.tables.beta.")) {
            return Optional.of("ehrql.tables." + name.substring("ehrql.tables.beta.".length()));
        }
        if (name.equals("ehrql.ehrql") || name.equals("ehrQL")) {
            return Optional.of("ehrql");
        }
        return Optional.empty();
    }

    /** The name now of a table. */
    static Optional<String> table(String name) {
        return Optional.ofNullable(TABLES.get(name));
    }
}
