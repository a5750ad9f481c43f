package catchment.compiler.eval;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Nodes;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One evaluation of one definition: everything that changes while it runs, and the parts that run it. */
final class Session implements Context {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** What is tried may take the making of a finding that nobody sees. */
    private static final int STEPS_OF_AN_ATTEMPT = 50;

    private final EvaluationRequest request;
    private final Library library;
    private final SourceFiles files;
    private final Nodes nodes = new Nodes();
    private final Spans spans = new Spans();
    private final Findings findings = new Findings();
    private final JoinedTexts joinedTexts = new JoinedTexts(this::sourceText);
    private final Budget budget = new Budget(this);
    private final Nesting nesting = new Nesting(this);
    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final Map<Class<?>, Object> states = new HashMap<>();
    private final Map<Span, Diagnostic> accidents = new HashMap<>();
    private final Map<List<Statement>, AssignedNames> assignedNames = new IdentityHashMap<>();
    private final Set<Span> revealed = new HashSet<>();
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private final ArrayDeque<EvaluatedValue> receivers = new ArrayDeque<>();
    private final Scope builtIns = Scope.builtIn();
    private final Modules modules;
    private final Operators operators = new Operators(this);
    private final Expressions expressions = new Expressions(this);
    private final Targets targets = new Targets(this);
    private final Calls calls = new Calls(this);
    private final Statements statements = new Statements(this);

    Session(EvaluationRequest request, Library library) {
        this.request = request;
        this.library = library;
        this.files = new ListedFiles(request.files());
        this.modules = new Modules(this);
        Builtins.values().forEach((name, value) -> builtIns.bind(name, value, Span.NONE));
    }

    Library library() {
        return library;
    }

    EvaluationRequest request() {
        return request;
    }

    Budget budget() {
        return budget;
    }

    Modules modules() {
        return modules;
    }

    Operators operators() {
        return operators;
    }

    Expressions expressions() {
        return expressions;
    }

    Targets targets() {
        return targets;
    }

    Calls calls() {
        return calls;
    }

    Statements statements() {
        return statements;
    }

    Scope builtIns() {
        return builtIns;
    }

    /** The frames, innermost first; never empty while anything is evaluated. */
    ArrayDeque<Frame> frames() {
        return frames;
    }

    Frame frame() {
        return frames.element();
    }

    Scope scope() {
        return frames.element().scope();
    }

    /** The values whose methods are being called, innermost first, while the arguments are evaluated. */
    ArrayDeque<EvaluatedValue> receivers() {
        return receivers;
    }

    Map<String, SourceText> sources() {
        return sources;
    }

    /** What a module's or a function's statements bind. */
    AssignedNames assignedNames(List<Statement> statements) {
        return assignedNames.computeIfAbsent(statements, AssignedNames::of);
    }

    /** Texts that may lack a comma between them. */
    JoinedTexts joinedTexts() {
        return joinedTexts;
    }

    /** All that was found, once evaluation is done. */
    List<Diagnostic> diagnostics() {
        joinedTexts.warnings().forEach(this::report);
        return Consequences.removed(findings.all());
    }

    /** Says what is to be reported where a value of this origin turns out to be an accident. */
    void accident(Span origin, Diagnostic diagnostic) {
        accidents.putIfAbsent(origin, diagnostic);
    }

    /** True if the value is an accident that has been reported: nothing more is to be said of it. */
    boolean isRevealed(EvaluatedValue value) {
        return !revealed.isEmpty() && revealed.contains(value.origin());
    }

    /** Tries something without keeping its findings. Empty if it has none to give or reports. */
    Optional<EvaluatedValue> attempt(Supplier<Optional<EvaluatedValue>> trial) {
        int before = findings.count();
        findings.mute();
        try {
            Optional<EvaluatedValue> value = trial.get();
            return findings.count() == before ? value : Optional.empty();
        } finally {
            findings.unmute();
            budget.steps(STEPS_OF_AN_ATTEMPT);
        }
    }

    /** The innermost loop of the definition's own files that is running. {@link Span#NONE} if there is none. */
    Span innermostLoop() {
        for (Frame frame : frames) {
            if (!frame.module().isLibrary() && !frame.loops().isEmpty()) {
                return frame.loops().element();
            }
        }
        return Span.NONE;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        findings.add(joinedTexts.instead(diagnostic), this::shown);
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public Spans spans() {
        return spans;
    }

    @Override
    public String sourceText(Span span) {
        SourceText source = sources.get(span.file());
        return source == null ? "" : source.text(span);
    }

    @Override
    public EvaluatedValue call(EvaluatedValue function, Arguments arguments, Span whole) {
        Expression.Call syntax =
                new Expression.Call(new Expression.Unsupported(whole), List.of(), arguments.span(), whole);
        return calls.invoke(function, syntax, arguments);
    }

    @Override
    public Map<String, EvaluatedValue> visibleNames() {
        return scope().visible();
    }

    @Override
    public String moduleName() {
        return frame().module().name();
    }

    @Override
    public String definitionFile() {
        return request.file();
    }

    @Override
    public Path workingDirectory() {
        return request.root();
    }

    @Override
    public LocalDateTime now() {
        return request.now();
    }

    @Override
    public List<String> arguments() {
        return request.arguments();
    }

    @Override
    public Span currentStatement() {
        for (Frame frame : frames) {
            if (!frame.module().isLibrary()) {
                return frame.statement();
            }
        }
        return Span.NONE;
    }

    @Override
    public <T> T state(Class<T> kind, Supplier<T> first) {
        Object known = states.get(kind);
        if (known == null) {
            known = first.get();
            states.put(kind, known);
        }
        return kind.cast(known);
    }

    @Override
    public Optional<EvaluatedValue> global(String name) {
        return modules.main().map(module -> module.scope().bindings().get(name)).map(Scope.Binding::value);
    }

    @Override
    public SourceFiles files() {
        return files;
    }

    @Override
    public void sourceRead(SourceText source) {
        if (sources.put(source.file(), source) == null && !modules.isLibraryFile(source.file())) {
            budget.read(source.text().length());
        }
    }

    @Override
    public Span shown(Span span) {
        if (!modules.isLibraryFile(span.file())) {
            return span;
        }
        Span place = span;
        for (Frame frame : frames) {
            if (!frame.module().isLibrary()) {
                return frame.statement();
            }
            place = argumentNamed(frame, sourceText(place)).orElse(frame.call());
            if (!modules.isLibraryFile(place.file())) {
                return place;
            }
        }
        return span;
    }

    private static Optional<Span> argumentNamed(Frame frame, String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            Span argument = frame.arguments().get(names.group());
            if (argument != null && argument.hasFile() && !names.group().equals("self")) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Diagnostic> accident(EvaluatedValue value) {
        Optional<Diagnostic> accident = Optional.ofNullable(accidents.get(value.origin()));
        accident.ifPresent(_ -> revealed.add(value.origin()));
        return accident;
    }

    @Override
    public void made(long count) {
        budget.allocate(count);
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return nesting.within(work);
    }

    @Override
    public void scanned(long count) {
        budget.scan(count);
    }

    @Override
    public int findings() {
        return findings.count();
    }
}
