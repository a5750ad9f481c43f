package catchment.runner.command;

import catchment.compiler.definition.Definition;
import catchment.compiler.query.RequiredPermissions;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a definition may use what it uses. */
final class Permissions {
    private static final String VARIABLE = "EHRQL_PERMISSIONS";

    private Permissions() {}

    /** On dummy data a claim of the definition is enough. False if one is missing, which has been said then. */
    static boolean claimed(Session session, Definition definition) {
        return shown(session, RequiredPermissions.missing(definition, Optional.empty()));
    }

    /**
     * On real records only what the project holds counts, whatever the definition claims. False if something is missing, which has been said then.
     *
     * @throws RunException if nobody can read what the project holds
     */
    static boolean held(Session session, Definition definition, BackendUse backend) throws RunException {
        return shown(session, RequiredPermissions.missing(definition, Optional.of(ofProject(session)), backend.permissions()));
    }

    /**
     * What the project holds.
     *
     * @throws RunException if nobody can read it
     */
    static Set<String> ofProject(Session session) throws RunException {
        return held(session.terminal().variable(VARIABLE).orElse("[]"));
    }

    private static boolean shown(Session session, List<Diagnostic> missing) {
        session.report().show(missing);
        return missing.isEmpty();
    }

    private static Set<String> held(String json) throws RunException {
        Set<String> held = new LinkedHashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            while (list && parser.nextToken() == JsonToken.VALUE_STRING) {
                held.add(parser.getText());
            }
            if (list && parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null) {
                return held;
            }
        } catch (IOException e) {
            // Said below, without the value.
        }
        throw new RunException(Diagnostic.error(
                        CommandCode.PERMISSIONS_UNREADABLE, Span.NONE, "the environment variable " + VARIABLE + " is no JSON list of names")
                .hint("for instance `" + VARIABLE + "='[\"event_level_data\"]'`"));
    }
}
