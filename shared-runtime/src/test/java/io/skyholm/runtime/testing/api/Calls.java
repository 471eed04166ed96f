package io.skyholm.runtime.testing.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;

/** Makes the requests of one operation: right ones, of which one thing is then made wrong. */
record Calls(Operation operation, String base, String path, String token, String example, Map<String, String> usual) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** The request as it should be. */
    HttpRequest right(String query) {
        return to(path + query, Map.of(), right());
    }

    HttpRequest withBody(BodyPublisher body) {
        return to(path, Map.of(), body);
    }

    HttpRequest withBody(String body) {
        return withBody(BodyPublishers.ofString(body));
    }

    HttpRequest withHeader(String name, String value) {
        return to(path, Map.of(name, value), right());
    }

    HttpRequest withPath(String other) {
        return to(other, Map.of(), right());
    }

    /** The same call by somebody else. */
    Calls as(String other) {
        return new Calls(operation, base, path, other, example, usual);
    }

    private BodyPublisher right() {
        return example.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(example);
    }

    private HttpRequest to(String target, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .method(operation.method(), body)
                .header("Authorization", "Bearer " + token);
        Map<String, String> all = new HashMap<>(JSON);
        all.putAll(usual);
        all.putAll(headers);
        all.forEach(request::setHeader);
        if (operation.takesForm()) {
            request.setHeader("Content-Type", operation.contentType());
        }
        return request.build();
    }
}
