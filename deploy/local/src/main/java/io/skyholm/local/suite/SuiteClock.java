package io.skyholm.local.suite;

import io.skyholm.local.home.DataDirectory;
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
import java.time.Instant;

/**
 * The calendar time of a suite that is tested. It can be moved forward, for all services in the same instant: they have its
 * file in their memory. It never moves back, or rows would lie in the future of those who wrote them.
 */
public final class SuiteClock {
    private static final VarHandle MILLIS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Path file;

    SuiteClock(DataDirectory data) {
        this.file = data.clock();
    }

    /** Gives the suite such a clock; without the file its services have no other time than the machine. */
    void create() {
        memory();
    }

    /** Calendar time, as the services have it. */
    public Instant now() {
        return Instant.now().plus(ahead());
    }

    /** How far it has been moved. */
    public Duration ahead() {
        return Duration.ofMillis((long) MILLIS.getVolatile(memory(), 0));
    }

    /** Moves it forward. */
    public void forward(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time moves forward only, not by " + time);
        }
        MILLIS.getAndAdd(memory(), 0, time.toMillis());
    }

    private ByteBuffer memory() {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
