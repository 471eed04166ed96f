package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares what a service answered with what its document declares, both ways. */
final class DocumentedAnswers {

    /** What the gateway answers for all operations alike; shown there, once for each class of route. */
    private static final Set<String> ALIKE_FOR_ALL = Set.of("413", "429", "503");

    private static final int SERVER_ERROR = 500;
    private static final int NO_SUCH_METHOD = 405;
    private static final int HUNDRED = 100;

    private final Map<Pattern, Operation> operations = new TreeMap<>(Comparator.comparing(Pattern::pattern));
    private final Map<String, List<String>> bodies = new TreeMap<>();
    private final RecordedProblems problems = new RecordedProblems();
    private final AnswerCheck check;
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> complaints = new TreeSet<>();

    DocumentedAnswers(Schemas document) {
        this.check = new AnswerCheck(document);
        document.operations().forEach(operation -> operations.put(pattern(operation), operation));
    }

    DocumentedAnswers with(Stream<RecordedAnswer> answers) {
        answers.filter(answer -> answer.status() != NO_SUCH_METHOD).forEach(this::add);
        return this;
    }

    /** Answers that are not as documented, the first of each kind. */
    Set<String> complaints() {
        return complaints;
    }

    /** Pairs of operation and status that the document declares and no answer had. */
    List<String> unseen() {
        List<String> unseen = new ArrayList<>();
        operations.values().forEach(operation -> operation
                .description()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> {
                    if (!ALIKE_FOR_ALL.contains(status) && !seen.contains(pair(operation, status))) {
                        unseen.add(pair(operation, status));
                    }
                }));
        return unseen;
    }

    /** What the problems among them said. */
    RecordedProblems problems() {
        return problems;
    }

    List<Operation> all() {
        return List.copyOf(operations.values());
    }

    /** What the schema does not allow in that text. */
    Optional<String> wrong(JsonNode schema, String text) {
        return check.wrong(schema, text);
    }

    /** The answer that says most, but is not too long for an example. */
    Optional<String> answerOf(Operation operation, String part, int longest) {
        return bodies.getOrDefault(operation.name() + " " + part, List.of()).stream()
                .filter(body -> body.length() <= longest)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** An answer at a path that is no operation's is nobody's to describe. */
    private void add(RecordedAnswer answer) {
        String asked = answer.method() + " " + answer.path();
        operations.entrySet().stream()
                .filter(operation -> operation.getKey().matcher(asked).matches())
                .map(Map.Entry::getValue)
                .min(Comparator.comparingLong(DocumentedAnswers::parameters))
                .ifPresent(operation -> add(operation, answer));
    }

    private void add(Operation operation, RecordedAnswer answer) {
        seen.add(pair(operation, String.valueOf(answer.status())));
        if (answer.body() != null) {
            String part = answer.status() / HUNDRED == 2
                    ? ExampleParts.ANSWER
                    : ExampleParts.other(String.valueOf(answer.status()), answer.type());
            bodies.computeIfAbsent(operation.name() + " " + part, first -> new ArrayList<>())
                    .add(answer.body());
            problems.add(answer);
        }
        if (answer.status() != SERVER_ERROR) {
            check.complaint(operation, answer)
                    .ifPresent(complaint -> complaints.add(operation.name() + ": " + complaint));
        }
    }

    private static String pair(Operation operation, String status) {
        return operation.name() + " " + status;
    }

    private static long parameters(Operation operation) {
        return operation.path().chars().filter(character -> character == '{').count();
    }

    private static Pattern pattern(Operation operation) {
        return Pattern.compile(operation.method() + " " + operation.path().replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
