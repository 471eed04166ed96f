package io.skyholm.storage.upload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes in. What has not been taken waits here, and while that is much the client waits: an upload takes
 * the same memory however large it is. It belongs to the event loop of its request.
 */
final class IncomingBytes {

    private static final int MUCH = 1024 * 1024;

    private final HttpServerRequest request;
    private Buffer waiting = Buffer.buffer();
    private @Nullable Consumer<Chunk> asking;
    private long left;
    private boolean ended;
    private boolean cut;
    private boolean tooMuch;

    /** Who goes while it is decided what becomes of the bytes is noticed, too. */
    IncomingBytes(HttpServerRequest request) {
        this.request = request;
        request.pause();
        request.exceptionHandler(gone -> end(true));
        request.endHandler(whole -> end(false));
    }

    /** Lets at most so many bytes come. */
    void begin(long most) {
        left = most;
        request.handler(this::take);
        request.resume();
    }

    /** Lets them come and forgets them: a client that is answered while it sends may not hear it. */
    void discard() {
        if (!ended) {
            request.handler(bytes -> {});
            request.resume();
        }
    }

    /** Gives what has come as soon as anything has. */
    void next(Consumer<Chunk> taker) {
        if (waiting.length() > 0 || ended) {
            give(taker);
        } else {
            asking = taker;
        }
    }

    private void take(Buffer bytes) {
        if (bytes.length() > left) {
            tooMuch = true;
            discard();
            ended = true;
        } else {
            left -= bytes.length();
            waiting.appendBuffer(bytes);
            if (waiting.length() >= MUCH) {
                request.pause();
            }
        }
        answer();
    }

    private void end(boolean early) {
        if (!ended) {
            ended = true;
            cut = early;
            answer();
        }
    }

    private void answer() {
        Consumer<Chunk> taker = asking;
        if (taker != null) {
            asking = null;
            give(taker);
        }
    }

    private void give(Consumer<Chunk> taker) {
        Buffer bytes = waiting;
        waiting = Buffer.buffer();
        if (!ended) {
            request.resume();
        }
        taker.accept(new Chunk(bytes, ended, cut, tooMuch));
    }
}
