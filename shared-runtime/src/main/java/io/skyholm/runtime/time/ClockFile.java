package io.skyholm.runtime.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * How far a test has moved time, as one long of milliseconds. All processes of a suite have the same file in their memory,
 * so that time moves for all of them at once: if each learnt of it by itself, billing could be in June while compute is
 * still in May.
 */
final class ClockFile {

    private static final VarHandle MILLIS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final ByteBuffer memory;

    private ClockFile(ByteBuffer memory) {
        this.memory = memory;
    }

    static ClockFile of(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ClockFile(channel.map(MapMode.READ_ONLY, 0, Long.BYTES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("skyholm.clock.file cannot be read: " + file, unreadable);
        }
    }

    Duration ahead() {
        return Duration.ofMillis((long) MILLIS.getVolatile(memory, 0));
    }
}
