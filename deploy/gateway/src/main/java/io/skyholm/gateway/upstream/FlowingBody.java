package io.skyholm.gateway.upstream;

import io.skyholm.gateway.limit.OpenCall;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A body that reaches the service as it comes, and fails as soon as it is larger than it may be. */
final class FlowingBody implements ReadStream<Buffer> {

    private final OpenCall open;
    private final HttpServerRequest body;
    private final long limitBytes;
    private final Runnable whenEnded;
    private final Consumer<BodyTooLarge> whenTooLarge;
    private long seenBytes;
    private boolean ended;
    private @Nullable Handler<Throwable> failed;

    FlowingBody(OpenCall open, long limitBytes, Runnable whenEnded, Consumer<BodyTooLarge> whenTooLarge) {
        this.open = open;
        this.body = open.call().request();
        this.limitBytes = limitBytes;
        this.whenEnded = whenEnded;
        this.whenTooLarge = whenTooLarge;
    }

    private boolean isTooLarge() {
        return seenBytes > limitBytes;
    }

    private void count(Buffer part, Handler<Buffer> next) {
        boolean before = isTooLarge();
        seenBytes += part.length();
        if (!isTooLarge()) {
            next.handle(part);
        } else if (!before && failed != null) {
            BodyTooLarge tooLarge = new BodyTooLarge(limitBytes);
            whenTooLarge.accept(tooLarge);
            failed.handle(tooLarge);
        }
    }

    @Override
    public FlowingBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> count(part, handler));
        return this;
    }

    @Override
    public FlowingBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public FlowingBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            open.reading(false);
                            whenEnded.run();
                            handler.handle(null);
                        });
        return this;
    }

    /** After its end an HTTP/2 request fails to be paused or resumed, where an HTTP/1.1 request does nothing. */
    @Override
    public FlowingBody pause() {
        if (!ended) {
            open.reading(false);
            body.pause();
        }
        return this;
    }

    @Override
    public FlowingBody resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public FlowingBody fetch(long amount) {
        if (!ended) {
            open.reading(true);
            body.fetch(amount);
        }
        return this;
    }
}
