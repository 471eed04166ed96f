package io.skyholm.storage.object;

import io.skyholm.events.difference.Difference;
import io.skyholm.events.difference.Layers;
import io.skyholm.events.difference.MalformedDifferenceException;
import io.skyholm.storage.object.ObjectStorage.SealedObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that one object has, or that one and the differences on it make together. All of them are in one store.
 *
 * @param objects the one that has all bytes of a moment, and then the differences that stand on it, one on the other
 * @param sizeBytes how many bytes they make
 */
public record ObjectChain(List<UUID> objects, long sizeBytes) {

    /** An object with what it stands on, if anything. */
    public static ObjectChain of(List<UUID> below, UUID object, long sizeBytes) {
        return new ObjectChain(Stream.concat(below.stream(), Stream.of(object)).toList(), sizeBytes);
    }

    /** The one that stands on all others. */
    public UUID last() {
        return objects.getLast();
    }

    /** Reads so many bytes of what they make; fails with a {@link MalformedDifferenceException} where they make nothing of that size. */
    public ObjectReader read(ObjectStorage store, long from, long length) throws IOException {
        if (objects.size() == 1) {
            return store.read(last(), from, length);
        }
        List<SealedObject> sources = new ArrayList<>();
        for (UUID object : objects) {
            sources.add(store.open(object));
        }
        List<Difference> differences = new ArrayList<>();
        for (SealedObject source : sources.subList(1, sources.size())) {
            differences.add(Difference.read((into, at) -> fill(source, into, at)));
        }
        Layers layers = Layers.of(differences);
        if (layers.sizeBytes() != sizeBytes) {
            throw new MalformedDifferenceException("differences make a disk of another size");
        }
        return new LayeredReader(sources, layers, from, length);
    }

    private static void fill(SealedObject source, ByteBuffer into, long at) throws IOException {
        try (ObjectReader reader = source.read(at, into.remaining())) {
            while (into.hasRemaining()) {
                byte[] next = reader.next(into.remaining());
                if (next.length == 0) {
                    throw new EOFException("The object ends %d bytes early".formatted(into.remaining()));
                }
                into.put(next);
            }
        }
    }

    /** Reads pieces one behind the other, with one of them open at a time. */
    private static final class LayeredReader implements ObjectReader {

        private final List<SealedObject> sources;
        private final Layers layers;
        private @Nullable ObjectReader open;
        private long position;
        private long left;

        LayeredReader(List<SealedObject> sources, Layers layers, long from, long length) {
            this.sources = sources;
            this.layers = layers;
            this.position = from;
            this.left = length;
        }

        @Override
        public byte[] next(int most) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, left));
            while (bytes.hasRemaining()) {
                Layers.Piece piece = layers.at(position);
                int length = (int) Math.min(bytes.remaining(), piece.length());
                bytes.put(piece.layer() == Layers.ZEROS ? new byte[length] : read(piece, length));
                position += length;
                left -= length;
                if (length == piece.length()) {
                    close();
                }
            }
            return bytes.array();
        }

        private byte[] read(Layers.Piece piece, int length) throws IOException {
            ObjectReader reader = open;
            if (reader == null) {
                reader = sources.get(piece.layer()).read(piece.from(), Math.min(piece.length(), left));
                open = reader;
            }
            byte[] read = reader.next(length);
            if (read.length < length) {
                throw new EOFException("The object ends %d bytes early".formatted(length - read.length));
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            ObjectReader reader = open;
            open = null;
            if (reader != null) {
                reader.close();
            }
        }
    }
}
