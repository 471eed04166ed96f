package io.skyholm.gateway.upstream;

import io.skyholm.gateway.limit.HeldBytes;
import io.skyholm.gateway.limit.OpenCall;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body to its end, so that nothing waits for its client but the gateway. */
final class HeldBody {

    private final OpenCall open;
    private final HeldBytes memory;
    private final long limitBytes;
    private final Promise<Buffer> whole = Promise.promise();
    private Buffer parts = Buffer.buffer();

    HeldBody(OpenCall open, HeldBytes memory, long limitBytes) {
        this.open = open;
        this.memory = memory;
        this.limitBytes = limitBytes;
    }

    /** Fails if the body is too large or too slow; has no end if its client goes, since nobody waits for an answer. */
    Future<Buffer> read() {
        HttpServerRequest request = open.call().request();
        request.exceptionHandler(gone -> parts = Buffer.buffer());
        request.handler(this::add);
        request.endHandler(end -> {
            open.reading(false);
            whole.tryComplete(parts);
        });
        open.reading(true);
        request.resume();
        return whole.future();
    }

    /** What still comes is dropped. */
    void giveUp() {
        open.reading(false);
        parts = Buffer.buffer();
        whole.tryFail(new BodyTooSlow());
    }

    private void add(Buffer part) {
        if (whole.future().isComplete()) {
            return;
        }
        if (parts.length() + (long) part.length() > limitBytes) {
            open.reading(false);
            parts = Buffer.buffer();
            whole.tryFail(new BodyTooLarge(limitBytes));
            return;
        }
        parts.appendBuffer(part);
        memory.add(open, part.length());
    }
}
