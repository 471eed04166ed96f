package io.skyholm.runtime.testing.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies that are wrong as a whole. */
final class BadBodies {

    private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;
    private static final byte[] NO_UTF_8 = {'{', '"', (byte) 0xff, (byte) 0xfe, (byte) 0xc0, '"', ':', '1', '}'};
    private static final Map<String, String> BROKEN = Map.of(
            "empty", "",
            "an open brace", "{",
            "a list", "[]",
            "a text", "\"text\"",
            "a number", "17",
            "null", "null",
            "no JSON", "title=x&words=y",
            "very deep", "[".repeat(5_000),
            "a long number", "{\"a\":" + "9".repeat(5_000) + "}");

    private BadBodies() {}

    static List<BadRequest> of(Calls calls) {
        if (calls.operation().body().isEmpty()) {
            return List.of();
        }
        List<BadRequest> requests = new ArrayList<>();
        BROKEN.forEach((what, body) -> requests.add(BadRequest.of(what, calls.withBody(body), 400, 422)));
        requests.add(BadRequest.of("twice", calls.withBody(calls.example() + calls.example()), 400, 422));
        requests.add(BadRequest.of("no UTF-8", calls.withBody(BodyPublishers.ofByteArray(NO_UTF_8)), 400, 422));
        requests.add(BadRequest.of("UTF-32", calls.withBody(BodyPublishers.ofByteArray(new byte[] {0, 0, 0, 1})), 400));
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data", "nonsense")) {
            requests.add(BadRequest.of("as " + type, calls.withHeader("Content-Type", type), 415, 400));
        }
        String huge = " ".repeat(TWO_MEBIBYTES) + calls.example();
        requests.add(BadRequest.of("huge", calls.withBody(huge), 413));
        return requests;
    }
}
