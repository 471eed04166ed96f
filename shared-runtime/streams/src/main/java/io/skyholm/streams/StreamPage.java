package io.skyholm.streams;

import java.util.List;

/**
 * What one look found.
 *
 * @param items in the order of their positions; none where there is nothing new
 * @param more whether there is more at once, so that the stream need not pause
 * @param last whether nothing will follow, so that the stream ends
 */
public record StreamPage<T>(List<T> items, boolean more, boolean last) {

    /** A page of a source that never ends; a full one says that there is more. */
    public static <T> StreamPage<T> of(List<T> items, int most) {
        return new StreamPage<>(items, items.size() == most, false);
    }
}
