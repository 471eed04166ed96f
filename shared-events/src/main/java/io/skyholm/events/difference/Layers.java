package io.skyholm.events.difference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the bytes of a disk are that is kept as all of them at one moment, the base, and differences that stand on it, one on the other.
 *
 * @param pieces from the disk's beginning to its end, without a gap
 */
public record Layers(long sizeBytes, List<Piece> pieces) {

    /** So many differences stand on a base at most. */
    public static final int MOST_DIFFERENCES = 7;

    /** What they change, all of them together: each makes two pieces more at most, and all pieces are kept in memory while a disk is read. */
    static final int MOST_EXTENTS = MOST_DIFFERENCES * Extents.MOST;

    /** What lies in none of the layers. */
    public static final int ZEROS = -1;

    /**
     * A run of a disk's bytes.
     *
     * @param layer where they are: 0 for the base, 1 for the first difference on it; {@link #ZEROS}
     * @param from where they begin there, header and all
     */
    public record Piece(long at, long length, int layer, long from) {

        /** Where the next begins. */
        long end() {
            return at + length;
        }

        /** The part of it that lies between those places of the disk. */
        Piece between(long begin, long end) {
            long first = Math.max(at, begin);
            return new Piece(first, Math.min(end(), end) - first, layer, layer == ZEROS ? 0 : from + first - at);
        }

        private static Piece zeros(long at, long end) {
            return new Piece(at, end - at, ZEROS, 0);
        }
    }

    /**
     * Those of differences in their order, of which there is one at least; fails where one does not stand on the one before, and where they change
     * more places than can be kept in memory.
     */
    public static Layers of(List<Difference> differences) throws IOException {
        if (differences.stream().mapToInt(it -> it.extents().size()).sum() > MOST_EXTENTS) {
            throw new MalformedDifferenceException("differences change more places than any that belong together");
        }
        long size = differences.getFirst().baseBytes();
        List<Piece> pieces = size == 0 ? List.of() : List.of(new Piece(0, size, 0, 0));
        for (int layer = 1; layer <= differences.size(); layer++) {
            Difference difference = differences.get(layer - 1);
            if (difference.baseBytes() != size) {
                throw new MalformedDifferenceException("a difference is not of what lies below it");
            }
            pieces = on(pieces, difference, layer);
            size = difference.sizeBytes();
        }
        return new Layers(size, pieces);
    }

    private static List<Piece> on(List<Piece> below, Difference difference, int layer) {
        List<Piece> pieces = new ArrayList<>();
        Below rest = new Below(below);
        long from = difference.headerBytes();
        long at = 0;
        for (Extent extent : difference.extents()) {
            rest.copy(at, extent.at(), pieces);
            pieces.add(
                    extent.isZero()
                            ? Piece.zeros(extent.at(), extent.end())
                            : new Piece(extent.at(), extent.length(), layer, from));
            from += extent.kept();
            at = extent.end();
        }
        rest.copy(at, difference.sizeBytes(), pieces);
        return List.copyOf(pieces);
    }

    /** What begins there, to the end of the piece; fails behind the disk's end. */
    public Piece at(long position) {
        Objects.checkIndex(position, sizeBytes);
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return pieces.get(low).between(position, sizeBytes);
    }

    /** What lies below a difference, of which less and less is looked at. */
    private static final class Below {

        private final List<Piece> pieces;
        private int next;

        Below(List<Piece> pieces) {
            this.pieces = pieces;
        }

        /** Behind its end are zeros. */
        void copy(long begin, long end, List<Piece> into) {
            long at = begin;
            while (next < pieces.size() && pieces.get(next).end() <= begin) {
                next++;
            }
            for (int one = next; at < end && one < pieces.size(); one++) {
                Piece piece = pieces.get(one).between(at, end);
                into.add(piece);
                at = piece.end();
            }
            if (at < end) {
                into.add(Piece.zeros(at, end));
            }
        }
    }
}
