package io.skyholm.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.answers.AnswerCheck;
import io.skyholm.runtime.testing.answers.RecordedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what is wrong with an answer. */
final class AnswerJudge {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    /** What the gateway says of what is no call of anything, by its status. */
    private static final Map<Integer, List<String>> BEFORE_ANY_CALL = Map.of(
            400, List.of("MALFORMED"),
            404, List.of("NOT_FOUND"),
            405, List.of("METHOD_NOT_ALLOWED"),
            413, List.of("TOO_LARGE"),
            414, List.of("URI_TOO_LONG"),
            431, List.of("HEADERS_TOO_LARGE"));

    /** What no answer says, since it is ours alone. */
    private static final Pattern INSIDE =
            Pattern.compile("io\\.skyholm\\.|org\\.hibernate|jakarta\\.|java\\.lang|Exception|\\bat"
                    + " [a-z]+\\.[a-z]+\\.|SQLSTATE|violates ");

    private final AnswerCheck check;

    AnswerJudge(AnswerCheck check) {
        this.check = check;
    }

    Optional<String> fault(FuzzedRequest request, Wire.Answer answer) {
        if (answer.status() == 0) {
            return request.odd() ? Optional.empty() : Optional.of("the connection was closed without an answer");
        }
        if (answer.status() >= 500 && answer.status() != 503 && answer.status() != 507) {
            return Optional.of(answer.status() + " " + shortened(answer.body()));
        }
        return inside(answer)
                .or(() -> wrongProblem(answer))
                .or(() -> isBeforeAnyCall(request, answer) ? Optional.empty() : asOperation(request, answer));
    }

    private Optional<String> asOperation(FuzzedRequest request, Wire.Answer answer) {
        boolean good = answer.status() / 100 == 2;
        if (!request.isOfItsOperation()) {
            return good && request.method().equals("TRACE") ? Optional.of("TRACE is answered") : Optional.empty();
        }
        if (good && request.person().isNobody() && !request.operation().open()) {
            return Optional.of("nobody in particular was let in");
        }
        if (good && !request.forbidden().isEmpty()) {
            return Optional.of(answer.status() + " although the document does not allow the " + request.forbidden());
        }
        return check.complaint(request.operation(), recorded(request, answer)).map(AnswerJudge::shortened);
    }

    private static RecordedAnswer recorded(FuzzedRequest request, Wire.Answer answer) {
        return new RecordedAnswer(
                request.method(),
                request.operation().path(),
                answer.status(),
                answer.type(),
                answer.headers().keySet(),
                answer.type().equals("application/json") || answer.type().equals(PROBLEM) ? answer.body() : null);
    }

    private static boolean isBeforeAnyCall(FuzzedRequest request, Wire.Answer answer) {
        boolean odd = request.odd() || !request.isOfItsOperation();
        boolean needless = answer.status() == 413 && request.hasNeedlessBody();
        return (odd || needless)
                && BEFORE_ANY_CALL.getOrDefault(answer.status(), List.of()).stream()
                        .anyMatch(code -> answer.body().contains("\"" + code + "\""));
    }

    private static Optional<String> inside(Wire.Answer answer) {
        return answer.status() >= 400 && INSIDE.matcher(answer.body()).find()
                ? Optional.of(answer.status() + " tells of our inside: " + shortened(answer.body()))
                : Optional.empty();
    }

    /** Every refusal is a problem as RFC 9457 has it, with a code. */
    private static Optional<String> wrongProblem(Wire.Answer answer) {
        if (answer.status() < 400
                || (answer.body().isEmpty() && !answer.headers().containsKey("content-length"))) {
            return Optional.empty();
        }
        if (!answer.type().equals(PROBLEM)) {
            return Optional.of(answer.status() + " is no problem but '" + answer.type() + "'");
        }
        JsonNode problem = read(answer.body());
        boolean complete = problem.path("status").asInt() == answer.status()
                && problem.path("type").asText().startsWith("urn:skyholm:problem:")
                && !problem.path("code").asText().isEmpty()
                && !problem.path("title").asText().isEmpty();
        return complete || answer.body().isEmpty()
                ? Optional.empty()
                : Optional.of(answer.status() + " is an incomplete problem: " + shortened(answer.body()));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }

    /** Without what differs from one time to the next, so that one fault is found once. */
    private static String shortened(String text) {
        String same = text.replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "ID")
                .replaceAll("\"requestId\":\"[^\"]*\"", "")
                .replaceAll("fuzz-[0-9a-z]+", "fuzz")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME");
        return same.length() > 300 ? same.substring(0, 300) + "…" : same;
    }
}
