package io.skyholm.system.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One operation of the merged OpenAPI document, and how it is called with ids of a victim. */
record ApiOperation(String method, String path, JsonNode description, JsonNode document) {

    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{(\\w+)}");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What anybody may call; what else is answered well to a stranger should not have been. */
    private static final List<String> OPEN = List.of(
            "/v1/registrations",
            "/v1/invitations/accept",
            "/v1/password-resets",
            "/v1/email-verifications/confirm",
            "/v1/host-joins",
            "/v1/themes/active");

    /** All there are, but the one that would only end the attacker's own sessions. */
    static List<ApiOperation> of(JsonNode document) {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new ApiOperation(
                        method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document))
                .filter(operation -> !operation.name().equals("DELETE /v1/sessions"))
                .forEach(operations::add));
        return operations;
    }

    String name() {
        return method + " " + path;
    }

    boolean changes() {
        return !method.equals("GET");
    }

    boolean isOpen() {
        return OPEN.stream().anyMatch(path::startsWith);
    }

    /** Whether it names what it is about in its path. */
    boolean namesIds() {
        return path.contains("{") && !path.startsWith("/v1/services/");
    }

    /** Its path with foreign ids, also in each parameter of the query that takes one. */
    String address(ForeignIds ids) {
        String filled =
                PARAMETER.matcher(path).replaceAll(parameter -> parameter.group(1) + "/" + value(parameter, ids));
        StringBuilder query = new StringBuilder();
        StreamSupport.stream(description.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> parameter.path("name").asText().endsWith("Id"))
                .forEach(parameter -> query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(URLEncoder.encode(
                                ids.named(parameter.path("name").asText()), StandardCharsets.UTF_8)));
        return filled + query;
    }

    private static String value(MatchResult parameter, ForeignIds ids) {
        return switch (parameter.group(2)) {
            case "service" -> "compute";
            case "id" -> ids.ofKind(parameter.group(1));
            default -> ids.named(parameter.group(2));
        };
    }

    /** A body with foreign ids wherever it takes one; empty if it takes no body. */
    String body(ForeignIds ids) {
        JsonNode schema = description.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? ""
                : new SampleBody(document, ids).of("", schema, 0).toString();
    }
}
