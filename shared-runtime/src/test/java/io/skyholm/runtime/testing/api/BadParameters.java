package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Wrong values in the path, the query and the headers. */
final class BadParameters {

    static final String SOMEBODY_ELSES = "somebody else's";

    private static final String NUL = "a\u0000b";

    private BadParameters() {}

    /** Ids that are none, that are nobody's, and that are somebody else's. */
    static List<BadRequest> inPath(Calls calls) {
        List<BadRequest> requests = new ArrayList<>();
        String template = calls.operation().path();
        for (JsonNode parameter : calls.operation().parameters("path")) {
            String name = parameter.path("name").asText();
            for (String bad : List.of("x", "1-1-1-1-1", "%00", "..%2f..", "'%20or%201=1", "9".repeat(300))) {
                String path = replaced(calls, name, bad);
                requests.add(BadRequest.of(name + " is " + bad, calls.withPath(path), 404, 422, 400));
            }
            String nobodys = replaced(calls, name, UUID.randomUUID().toString());
            requests.add(BadRequest.of(name + " is nobody's", calls.withPath(nobodys), 404));
        }
        if (template.contains("{")) {
            Calls foreign = calls.as(TestTokens.of(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN));
            requests.add(BadRequest.of(SOMEBODY_ELSES, foreign.right(""), 404, 403));
        }
        return requests;
    }

    /** Nobody's credentials, and those of somebody who may do nothing; open operations take no notice of any. */
    static List<BadRequest> inCredentials(Calls calls) {
        List<BadRequest> requests = new ArrayList<>();
        if (!calls.operation().open()) {
            requests.add(BadRequest.of("a broken token", calls.as("nonsense").right(""), 401));
            requests.add(
                    BadRequest.of("no such API key", calls.as("sky_nobodys").right(""), 401));
        }
        if (calls.operation().requiresPermission()) {
            Calls withoutRole = calls.as(TestTokens.of(UUID.randomUUID()));
            requests.add(BadRequest.of("a token without a role", withoutRole.right(""), 403));
        }
        return requests;
    }

    static List<BadRequest> inQuery(Calls calls) {
        List<BadRequest> requests = new ArrayList<>();
        add(requests, calls, "noSuchParameter", Map.of("unknown", "x"));
        if (calls.operation().changes()) {
            add(requests, calls, "dry_run", Map.of("not a boolean", "perhaps"));
        }
        for (JsonNode parameter : calls.operation().parameters("query")) {
            JsonNode schema = calls.operation().schemas().resolve(parameter.path("schema"));
            add(requests, calls, parameter.path("name").asText(), values(parameter, schema));
        }
        return requests;
    }

    static List<BadRequest> inHeaders(Calls calls) {
        List<BadRequest> requests = new ArrayList<>();
        if (takes(calls, "If-Match")) {
            requests.add(BadRequest.of("another version", calls.withHeader("If-Match", "\"999999\""), 412));
            for (String stale : List.of("nonsense", "\"", ",", "W/\"1\"")) {
                requests.add(BadRequest.of("If-Match " + stale, calls.withHeader("If-Match", stale), 412, 422));
            }
        }
        if (calls.operation().changes()) {
            for (String key : List.of("", "with blank", "x".repeat(129))) {
                requests.add(BadRequest.of("Idempotency-Key", calls.withHeader("Idempotency-Key", key), 422));
            }
        }
        requests.add(BadRequest.of("Accept", calls.withHeader("Accept", "application/xml"), 406));
        return requests;
    }

    private static Map<String, String> values(JsonNode parameter, JsonNode schema) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("with NUL", NUL);
        if (Schemas.types(schema).contains("integer")) {
            values.put("negative", "-1");
            values.put("beyond 32 bits", "99999999999");
            values.put("a text", "many");
        }
        if (schema.has("enum") || schema.has("format")) {
            values.put("shapeless", "no-such-value");
            values.put("empty", "");
        }
        if (parameter.path("name").asText().equals("cursor")) {
            values.put("no cursor", "!!!");
            values.put("a short cursor", "AAAA");
            values.put("a long cursor", "A".repeat(500));
        }
        return values;
    }

    private static void add(List<BadRequest> requests, Calls calls, String name, Map<String, String> values) {
        values.forEach((what, value) ->
                requests.add(BadRequest.ofField(name, what, calls.right("?" + name + "=" + encoded(value)))));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The example's path with one of its parameters replaced. */
    private static String replaced(Calls calls, String parameter, String value) {
        String[] template = calls.operation().path().split("/", -1);
        String[] path = calls.path().split("/", -1);
        for (int step = 0; step < template.length; step++) {
            if (template[step].equals("{" + parameter + "}")) {
                path[step] = value;
            }
        }
        return String.join("/", path);
    }

    private static boolean takes(Calls calls, String header) {
        return calls.operation().parameters("header").stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals(header));
    }
}
