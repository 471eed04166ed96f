package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.SerialLine;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;

/** A console at which nobody is: it shows what is typed, and after each line asks again who is there. */
final class SimulatedLine implements SerialLine {

    /** More that nobody reads is more than a terminal would keep. */
    private static final int MOST_PIECES = 1000;

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>(MOST_PIECES);
    private final String prompt;
    private ByteBuffer left = ByteBuffer.wrap(END);
    private volatile boolean closed;

    SimulatedLine(Machine machine) {
        this.prompt = machine.name() + " login: ";
        say("\r\n" + prompt);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            while (!left.hasRemaining()) {
                if (closed) {
                    return -1;
                }
                left = ByteBuffer.wrap(written.take());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return -1;
        }
        int many = Math.min(into.remaining(), left.remaining());
        into.put(left.slice(left.position(), many));
        left.position(left.position() + many);
        return many;
    }

    @Override
    public void write(ByteBuffer typed) throws IOException {
        if (closed) {
            throw new EOFException("The console is closed");
        }
        String text = StandardCharsets.ISO_8859_1.decode(typed).toString();
        String answer = Matcher.quoteReplacement("\r\nNobody is there: this machine is simulated\r\n" + prompt);
        say(text.replaceAll("\r\n|\r|\n", answer));
    }

    @Override
    public void close() {
        closed = true;
        boolean ignored = written.offer(END);
    }

    private void say(String text) {
        boolean ignored = written.offer(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
