package io.skyholm.compute.consolesession;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketBase;

/**
 * One way of a line: no faster than the other end takes it, and no faster than its rate. Ends of a line have event loops of their own: what
 * the other says at the same moment lets one message more through at most, which counts like every other.
 */
final class LinePump {

    private final Vertx vertx;
    private final WebSocketBase from;
    private final WebSocketBase to;
    private final TokenBucket bucket;
    private final Runnable alive;
    private volatile boolean late;

    /** Says of everything that goes that there is life. */
    LinePump(Vertx vertx, WebSocketBase from, WebSocketBase to, int bytesPerSecond, Runnable alive) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
        this.bucket = new TokenBucket(bytesPerSecond, System.nanoTime());
        this.alive = alive;
    }

    void begin() {
        to.drainHandler(taken -> goOn());
        from.handler(this::pass);
        from.resume();
    }

    private void pass(Buffer bytes) {
        if (to.isClosed()) {
            return;
        }
        alive.run();
        to.writeBinaryMessage(bytes);
        long wait = bucket.take(bytes.length(), System.nanoTime());
        if (wait > 0) {
            late = true;
            vertx.setTimer(wait, over -> {
                late = false;
                goOn();
            });
        }
        if (late || to.writeQueueFull()) {
            from.pause();
            // Asked anew after the pause: what the other end took just before it would have been taken unheard.
            goOn();
        }
    }

    private void goOn() {
        if (!late && !to.isClosed() && !to.writeQueueFull()) {
            from.resume();
        }
    }
}
