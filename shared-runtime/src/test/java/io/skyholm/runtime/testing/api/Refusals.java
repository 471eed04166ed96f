package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.fixtures.Crowd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends bad requests and says what is wrong with the answers. */
final class Refusals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What is wrong with the answers, a line each. */
    List<String> complaints(List<BadRequest> requests) {
        return Crowd.answers(requests, bad -> complaint(bad).map(complaint -> bad.what() + " -> " + complaint)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a request that should not be refused is refused with. Only the beginning of an answer counts: some never end. */
    Optional<String> complaint(HttpRequest right) {
        HttpResponse<InputStream> answer = send(right, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return answer.statusCode() < 300
                    ? Optional.empty()
                    : Optional.of(right + " -> " + new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(right.toString(), broken);
        }
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(request.toString(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Optional<String> complaint(BadRequest bad) {
        HttpResponse<String> answer = send(bad.request());
        String seen = answer.statusCode() + " " + answer.body();
        if (!bad.statuses().contains(answer.statusCode())) {
            return Optional.of("expected " + bad.statuses() + ", got " + seen);
        }
        return problem(answer)
                .map(problem -> complaint(bad, answer, problem))
                .orElse(Optional.of("no problem: " + seen));
    }

    private static Optional<String> complaint(BadRequest bad, HttpResponse<String> answer, JsonNode problem) {
        boolean whole = problem.path("status").asInt() == answer.statusCode()
                && Stream.of("type", "title", "code", "detail", "requestId")
                        .noneMatch(field -> problem.path(field).asText().isEmpty());
        if (!whole) {
            return Optional.of("incomplete: " + problem);
        }
        return bad.field().isEmpty() || names(problem, bad.field())
                ? Optional.empty()
                : Optional.of("does not name the field: " + problem);
    }

    private static boolean names(JsonNode problem, String field) {
        for (JsonNode error : problem.path("errors")) {
            String named = error.path("field").asText();
            if (named.equals(field) || named.startsWith(field + ".")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<JsonNode> problem(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try {
            return type.startsWith("application/problem+json")
                    ? Optional.of(JSON.readTree(answer.body()))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
