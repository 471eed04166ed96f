package io.skyholm.gateway.limit;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call that is not over yet, and whether it is its client that keeps it from ending. What others ask of it while they
 * hold a lock it answers from its own fields: Vert.x holds the connection's lock when it tells that a call is over.
 */
public final class OpenCall {

    private static final int ENHANCE_YOUR_CALM = 0xb;

    private final Call call;
    private final Context context = Vertx.currentContext();
    private final AtomicBoolean over = new AtomicBoolean();
    private final SlowClientGuard guard;
    private volatile boolean reading;
    private volatile boolean stalled;
    private volatile boolean complete;
    private volatile boolean upgraded;
    private volatile Runnable whenOver = () -> {};
    private volatile @Nullable Runnable whenGivenUp;
    private long heldBytes;
    private int headBytes;

    public OpenCall(Call call) {
        this.call = call;
        this.guard = new SlowClientGuard(call.routeClass(), System.nanoTime());
    }

    public Call call() {
        return call;
    }

    /** What is to be done, once, at its end. */
    public void whenOver(Runnable last) {
        whenOver = last;
    }

    /** It ends with its socket, not with its answer. */
    public void upgraded() {
        upgraded = true;
    }

    public boolean isUpgraded() {
        return upgraded;
    }

    public void over() {
        if (!over.getAndSet(true)) {
            whenOver.run();
        }
    }

    /** Whether the gateway waits for more of the body; while the service does not take it, the client need not send. */
    public void reading(boolean now) {
        reading = now;
    }

    /** Its body has come to its end and the service carries out what it asks: to end it then would leave its client without a word. */
    public void complete() {
        complete = true;
    }

    boolean canBeGivenUp() {
        return !over.get() && !complete;
    }

    /** What ends the call from outside, in place of an answer at once. */
    public void whenGivenUp(Runnable end) {
        whenGivenUp = end;
    }

    /** Whether nothing is left to do but to wait for the client; one that sends or reads a large body steadily works. */
    boolean waitsForClient() {
        return !over.get() && (stalled || (reading && call.routeClass().held()));
    }

    /** Whether its body, or its answer, moves too slowly; asked regularly. */
    boolean isTooSlow(long now) {
        if (over.get()) {
            return false;
        }
        HttpServerResponse response = call.request().response();
        boolean tooSlow = guard.isTooSlow(
                reading, call.request().bytesRead(), isAnswerStuck(response), response.bytesWritten(), now);
        stalled = guard.isStalled(now);
        return tooSlow;
    }

    private static boolean isAnswerStuck(HttpServerResponse response) {
        try {
            return response.headWritten() && !response.ended() && !response.closed() && response.writeQueueFull();
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }

    /** Ends it with a problem, or, where an answer has begun, without a word. */
    void giveUp() {
        context.runOnContext(here -> {
            if (!over.get()) {
                end();
            }
        });
    }

    private void end() {
        HttpServerRequest request = call.request();
        Runnable instead = whenGivenUp;
        if (instead != null && (upgraded || !request.response().headWritten())) {
            instead.run();
        } else if (!request.response().headWritten()) {
            Answer.with(Problems.requestTooSlow(), request);
        } else if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(ENHANCE_YOUR_CALM);
        } else {
            request.connection().close();
        }
    }

    long heldBytes() {
        return heldBytes;
    }

    int headBytes() {
        return headBytes;
    }

    void holdsHead(int bytes) {
        headBytes = bytes;
    }

    void holds(long bytes) {
        heldBytes = bytes;
    }
}
