package catchment.compiler.standard;

import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.TextValue;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Map;

/** {@code sys}: the arguments of the run. */
final class SysModule {
    private SysModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .value("argv", new Argv())
                .value("path", new Collection.ListValue(List.of(), Span.NONE))
                .value("platform", new TextValue("catchment", Span.NONE))
                .value("maxsize", new IntegerValue(Long.MAX_VALUE, Span.NONE))
                .value("stdout", new TypingModule.TypingName("stdout"))
                .value("stderr", new TypingModule.TypingName("stderr"))
                .function("exit", "status=, /", call -> call.refuse(
                        EvalCode.DEFINITION_EXITS, "the definition ends itself here"))
                .values();
    }
}
