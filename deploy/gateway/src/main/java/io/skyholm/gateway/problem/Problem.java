package io.skyholm.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A failure that a program reads by its code and a person by its detail.
 *
 * @param status the HTTP status
 * @param code stable, for programs
 * @param title the kind of problem, for people; the services say the same for the same code
 * @param detail a sentence a person can act on
 * @param headers of the answer, among them what the status asks for, such as Retry-After
 */
public record Problem(int status, String code, String title, String detail, Map<String, String> headers) {

    private static final Set<Integer> CLIENT_STILL_SENDS = Set.of(408, 413);
    private static final Map<String, String> USUAL_HEADERS =
            Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store");

    Problem(int status, String code, String title, String detail) {
        this(status, code, title, detail, USUAL_HEADERS);
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, title, detail, Map.copyOf(more));
    }

    /** Whether the request's body was given up before its end. */
    public boolean leavesClientSending() {
        return CLIENT_STILL_SENDS.contains(status);
    }

    /** The same shape as the services' own problems. */
    public Buffer body(String requestId) {
        return new JsonObject()
                .put("type", "urn:skyholm:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .put("requestId", requestId)
                .toBuffer();
    }
}
