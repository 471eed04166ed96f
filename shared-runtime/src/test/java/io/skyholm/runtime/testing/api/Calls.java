package io.skyholm.runtime.testing.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;

/** Makes the requests of one operation: right ones, of which one thing is then made wrong. */
record Calls(Operation operation, String base, String path, String token, String example) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** The request as it should be. */
    HttpRequest right(String query) {
        return to(path + query, JSON, right());
    }

    HttpRequest withBody(BodyPublisher body) {
        return to(path, JSON, body);
    }

    HttpRequest withBody(String body) {
        return withBody(BodyPublishers.ofString(body));
    }

    HttpRequest withHeader(String name, String value) {
        Map<String, String> headers = new HashMap<>(JSON);
        headers.put(name, value);
        return to(path, headers, right());
    }

    HttpRequest withPath(String other) {
        return to(other, JSON, right());
    }

    /** The same call by somebody else. */
    Calls as(String other) {
        return new Calls(operation, base, path, other, example);
    }

    private BodyPublisher right() {
        return example.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(example);
    }

    private HttpRequest to(String target, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .method(operation.method(), body)
                .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        if (operation.takesForm()) {
            request.setHeader("Content-Type", operation.contentType());
        }
        return request.build();
    }
}
