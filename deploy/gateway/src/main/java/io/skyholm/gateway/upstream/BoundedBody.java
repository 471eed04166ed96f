package io.skyholm.gateway.upstream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body that fails as soon as it is larger than it may be; nothing of it is collected. */
final class BoundedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limitBytes;
    private long seenBytes;
    private boolean ended;
    private @Nullable Handler<Throwable> failed;

    BoundedBody(ReadStream<Buffer> body, long limitBytes) {
        this.body = body;
        this.limitBytes = limitBytes;
    }

    long limitBytes() {
        return limitBytes;
    }

    boolean isTooLarge() {
        return seenBytes > limitBytes;
    }

    private void count(Buffer part, Handler<Buffer> next) {
        boolean before = isTooLarge();
        seenBytes += part.length();
        if (!isTooLarge()) {
            next.handle(part);
        } else if (!before && failed != null) {
            failed.handle(new IllegalStateException("the body is larger than " + limitBytes + " bytes"));
        }
    }

    @Override
    public BoundedBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> count(part, handler));
        return this;
    }

    @Override
    public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public BoundedBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            handler.handle(null);
                        });
        return this;
    }

    /** After its end an HTTP/2 request fails to be paused or resumed, where an HTTP/1.1 request shrugs. */
    @Override
    public BoundedBody pause() {
        if (!ended) {
            body.pause();
        }
        return this;
    }

    @Override
    public BoundedBody resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public BoundedBody fetch(long amount) {
        if (!ended) {
            body.fetch(amount);
        }
        return this;
    }
}
