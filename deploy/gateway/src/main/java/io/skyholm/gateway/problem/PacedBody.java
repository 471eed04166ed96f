package io.skyholm.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends a large body no faster than its client reads it. Given away whole, each client that stops reading would leave an
 * encrypted copy of it in memory.
 */
final class PacedBody {

    private static final int PART_BYTES = 32 * 1024;

    private final Buffer body;
    private final HttpServerResponse response;
    private int sent;

    private PacedBody(Buffer body, HttpServerResponse response) {
        this.body = body;
        this.response = response;
    }

    static void send(Buffer body, HttpServerResponse response) {
        if (body.length() <= PART_BYTES) {
            response.end(body);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        new PacedBody(body, response).next();
    }

    private void next() {
        while (!response.closed() && !response.writeQueueFull()) {
            int end = Math.min(sent + PART_BYTES, body.length());
            Buffer part = body.slice(sent, end);
            sent = end;
            if (sent == body.length()) {
                response.end(part);
                return;
            }
            response.write(part);
        }
        if (!response.closed()) {
            response.drainHandler(drained -> next());
        }
    }
}
