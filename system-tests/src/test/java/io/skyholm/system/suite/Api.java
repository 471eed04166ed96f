package io.skyholm.system.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.skyholm.local.login.LauncherClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The suite's API as one caller uses it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(RunningSuite.certificate().trust())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI door;
    private final String token;
    private final Map<String, String> headers;

    Api(URI door, String token) {
        this(door, token, Map.of());
    }

    private Api(URI door, String token, Map<String, String> headers) {
        this.door = door;
        this.token = token;
        this.headers = headers;
    }

    /** The same caller, who works in a tenant by its consent. */
    public Api under(String accessGrant) {
        return new Api(door, token, Map.of("X-Access-Grant", accessGrant));
    }

    /** An answer: its status and what it says. */
    public record Answer(int status, JsonNode body) {

        /** A text of the body. */
        public String text(String field) {
            return body.path(field).asText();
        }

        /** The answer itself, if it has that status. */
        public Answer expecting(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }
    }

    /** What it shows at the door. */
    String token() {
        return token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(request(path).POST(BodyPublishers.ofString(json(body))));
    }

    /** Sends a form, as OAuth takes it. */
    public Answer form(String path, Map<String, String> form) {
        return send(request(path)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LauncherClient.encoded(form))));
    }

    /** Sends what has its effect once, however often it is sent under this key. */
    public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        return send(request(path).header("Idempotency-Key", idempotencyKey).POST(BodyPublishers.ofString(json(body))));
    }

    public Answer put(String path, Map<String, ?> body) {
        return send(request(path).PUT(BodyPublishers.ofString(json(body))));
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send(request(path).method("PATCH", BodyPublishers.ofString(json(body))));
    }

    /** Uploads all bytes of a version of an image as one part. */
    public Answer upload(String version, byte[] bytes) {
        String upload = send(request(version + "/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(bytes.length))
                        .POST(BodyPublishers.noBody()))
                .expecting(201)
                .text("id");
        return send(request(version + "/uploads/" + upload)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .setHeader("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("User-Agent", "skyholm-journey");
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
