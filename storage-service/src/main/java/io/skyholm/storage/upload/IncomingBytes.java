package io.skyholm.storage.upload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, or of an answer, as it comes in. What has not been taken waits here, and while that is much the sender waits: an
 * upload takes the same memory however large it is. It belongs to the event loop of its stream.
 */
final class IncomingBytes {

    private static final int MUCH = 1024 * 1024;

    private final ReadStream<Buffer> stream;
    private Buffer waiting = Buffer.buffer();
    private @Nullable Consumer<ReceivedBytes> asking;
    private long left;
    private boolean ended;
    private boolean cut;
    private boolean tooMuch;

    /** Who goes while it is decided what becomes of the bytes is noticed, too. */
    IncomingBytes(ReadStream<Buffer> stream) {
        this.stream = stream;
        stream.pause();
        stream.exceptionHandler(gone -> end(true));
        stream.endHandler(whole -> end(false));
    }

    /** Lets at most so many bytes come. */
    void begin(long most) {
        left = most;
        stream.handler(this::take);
        stream.resume();
    }

    /** Lets them come and forgets them: a client that is answered while it sends may not hear it. */
    void discard() {
        if (!ended) {
            stream.handler(bytes -> {});
            stream.resume();
        }
    }

    /** Gives what has come as soon as anything has. */
    void next(Consumer<ReceivedBytes> taker) {
        if (waiting.length() > 0 || ended) {
            give(taker);
        } else {
            asking = taker;
        }
    }

    /** Answers whoever waits, even if nothing has come. */
    void answerNow() {
        answer();
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
                stream.pause();
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
        Consumer<ReceivedBytes> taker = asking;
        if (taker != null) {
            asking = null;
            give(taker);
        }
    }

    private void give(Consumer<ReceivedBytes> taker) {
        Buffer bytes = waiting;
        waiting = Buffer.buffer();
        if (!ended) {
            stream.resume();
        }
        taker.accept(new ReceivedBytes(bytes, ended, cut, tooMuch));
    }
}
