package io.skyholm.streams;

import java.util.List;

/**
 * What one look found.
 *
 * @param items in the order of their positions; none where there is nothing new
 * @param seen the position up to which everything was looked at, whether it is among the items or not: a stream whose
 *     filter lets nothing through would otherwise look through the same again each time. Where there is more, what
 *     follows the last item has not been looked at yet, and this does not count
 * @param more whether there is more at once, so that the stream need not pause
 * @param last whether nothing will follow, so that the stream ends
 */
public record StreamPage<T>(List<T> items, long seen, boolean more, boolean last) {

    /** A page of a source that never ends; a full one says that there is more. */
    public static <T> StreamPage<T> of(List<T> items, long seen, int most) {
        return new StreamPage<>(items, seen, items.size() == most, false);
    }

    /** Nothing has come behind that position. */
    public static <T> StreamPage<T> nothing(long seen) {
        return new StreamPage<>(List.of(), seen, false, false);
    }
}
