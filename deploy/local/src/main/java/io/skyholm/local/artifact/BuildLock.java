package io.skyholm.local.artifact;

import io.skyholm.local.home.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** One build at a time writes into a checkout, also where suites with data elsewhere share it. */
record BuildLock(Path file) {

    static BuildLock of(Checkout checkout) {
        return new BuildLock(checkout.generated(Map.of()).resolve("build.lock"));
    }

    /**
     * Does something once no other process builds.
     *
     * @param busy tells that one does
     */
    void alone(Runnable busy, Runnable action) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    busy.run();
                    lock = channel.lock();
                }
                assert lock.isValid();
                action.run();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + file, failure);
        }
    }
}
