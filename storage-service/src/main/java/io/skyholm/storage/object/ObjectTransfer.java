package io.skyholm.storage.object;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Copies an object from one store to another, a while at a time. What is copied in each is a part of its own with a new name, so that a copy which
 * was begun before, or by another replica, is written into by nobody else, and goes when one of them is sealed. How far it has come is kept in memory
 * alone: after a crash another begins anew.
 */
public final class ObjectTransfer {

    private static final int BLOCK = 1 << 20;

    private final UUID object;
    private final long sizeBytes;
    private final List<StoredPart> parts = new ArrayList<>();

    /** Several may want the same object at once, each on a thread of its own. */
    private final Lock turn = new ReentrantLock();

    private volatile long position;

    /** Of an object of so many bytes. */
    public ObjectTransfer(UUID object, long sizeBytes) {
        this.object = object;
        this.sizeBytes = sizeBytes;
    }

    /** Whether a store has all of an object. */
    public static boolean isSealed(ObjectStorage store, UUID object) throws IOException {
        try (ObjectReader reader = store.read(object, 0, 0)) {
            return reader.next(0).length == 0;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** How many bytes have been copied. */
    public long position() {
        return position;
    }

    /** Goes on for so long, or to the end; says whether the object is sealed where it is copied to. */
    public boolean goOn(ObjectStorage from, ObjectStorage to, Duration slice) throws IOException {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            if (position < sizeBytes && !isSealed(to, object)) {
                copy(from, to, slice);
            }
            return isDone(to);
        } finally {
            turn.unlock();
        }
    }

    private void copy(ObjectStorage from, ObjectStorage to, Duration slice) throws IOException {
        long until = System.nanoTime() + slice.toNanos();
        String name = UUID.randomUUID().toString();
        long at = position;
        try (ObjectReader reader = from.read(object, at, sizeBytes - at);
                PartWriter part = to.begin(object, name)) {
            do {
                byte[] block = reader.next(BLOCK);
                part.write(ByteBuffer.wrap(block));
                at += block.length;
            } while (at < sizeBytes && System.nanoTime() - until < 0);
            part.sync();
        }
        parts.add(new StoredPart(name, at - position));
        position = at;
    }

    /** Where somebody else was faster, nothing of this copy stays beside theirs. */
    private boolean isDone(ObjectStorage to) throws IOException {
        if (isSealed(to, object)) {
            for (StoredPart part : parts) {
                to.forget(object, part.name());
            }
            parts.clear();
            return true;
        }
        if (position < sizeBytes) {
            return false;
        }
        to.seal(object, List.copyOf(parts));
        parts.clear();
        return true;
    }
}
