package io.skyholm.agent.pool.folder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Where a file has bytes, as its file system says: Java cannot ask for holes, and to read those of a large disk takes as long as if it were
 * full. Where the system cannot be asked, all of it is bytes.
 */
@SuppressWarnings("restricted")
final class FileExtents implements AutoCloseable {

    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final boolean IS_LINUX = System.getProperty("os.name").equals("Linux");
    private static final MethodHandle OPEN = call("open", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SEEK = call("lseek", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", JAVA_INT, JAVA_INT);

    private final int file;
    private final long size;

    private FileExtents(int file, long size) {
        this.file = file;
        this.size = size;
    }

    /** Those of a file of that size. */
    static FileExtents of(Path path, long size) {
        try (Arena arena = Arena.ofConfined()) {
            int file = IS_LINUX ? (int) OPEN.invokeExact(arena.allocateFrom(path.toString()), CLOSE_ON_EXEC) : -1;
            return new FileExtents(file, size);
        } catch (Throwable failure) {
            throw new IllegalStateException("open cannot be called", failure);
        }
    }

    /** Where there are bytes next, from there on; the end, if there are none. */
    long nextBytes(long from) {
        boolean isKnown = from < size && seek(from, SEEK_HOLE) >= 0;
        long found = isKnown ? seek(from, SEEK_DATA) : from;
        return found < 0 ? size : Math.min(found, size);
    }

    /** Where the bytes that begin there end. */
    long endOf(long bytes) {
        long hole = seek(bytes, SEEK_HOLE);
        return hole < 0 ? size : Math.min(hole, size);
    }

    private long seek(long from, int whence) {
        try {
            return file < 0 ? -1 : (long) SEEK.invokeExact(file, from, whence);
        } catch (Throwable failure) {
            throw new IllegalStateException("lseek cannot be called", failure);
        }
    }

    @Override
    public void close() {
        try {
            int ignored = file < 0 ? 0 : (int) CLOSE.invokeExact(file);
        } catch (Throwable failure) {
            throw new IllegalStateException("close cannot be called", failure);
        }
    }

    private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }
}
