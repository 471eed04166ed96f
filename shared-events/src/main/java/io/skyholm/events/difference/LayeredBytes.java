package io.skyholm.events.difference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk that is read from its layers.
 *
 * @param sources the bytes of each, the base first
 */
public record LayeredBytes(Layers layers, List<BytesAt> sources) implements BytesAt {

    /** One of the bytes of a base and those of the differences on it. */
    public static LayeredBytes of(List<BytesAt> sources) throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (BytesAt source : sources.subList(1, sources.size())) {
            differences.add(Difference.read(source));
        }
        return new LayeredBytes(Layers.of(differences), List.copyOf(sources));
    }

    @Override
    public void read(ByteBuffer into, long at) throws IOException {
        int end = into.limit();
        long position = at;
        while (into.position() < end) {
            Layers.Piece piece = layers.at(position);
            int length = (int) Math.min(end - into.position(), piece.length());
            if (piece.layer() == Layers.ZEROS) {
                into.put(new byte[length]);
            } else {
                into.limit(into.position() + length);
                sources.get(piece.layer()).read(into, piece.from());
                into.limit(end);
            }
            position += length;
        }
    }
}
