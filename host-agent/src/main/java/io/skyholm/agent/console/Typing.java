package io.skyholm.agent.console;

import io.skyholm.agent.hypervisor.SerialLine;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hands on what somebody types, no faster than the guest reads it. */
final class Typing implements WebSocket.Listener {

    private final OutputBuffer output;
    private final AtomicReference<@Nullable SerialLine> line = new AtomicReference<>();
    private final CountDownLatch plugged = new CountDownLatch(1);

    /** What the guest writes is over when nobody types any more. */
    Typing(OutputBuffer output) {
        this.output = output;
    }

    /** From now on the guest is there; what came before that waits for it. */
    void into(SerialLine opened) {
        line.set(opened);
        plugged.countDown();
    }

    /** There is no guest, and nobody waits for one any more. */
    void end() {
        plugged.countDown();
        output.end();
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer typed, boolean last) {
        hand(typed);
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence typed, boolean last) {
        hand(StandardCharsets.UTF_8.encode(typed.toString()));
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end();
    }

    private void hand(ByteBuffer typed) {
        try {
            plugged.await();
            SerialLine guest = line.get();
            if (guest != null) {
                guest.write(typed);
            }
        } catch (IOException gone) {
            output.end();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            output.end();
        }
    }
}
