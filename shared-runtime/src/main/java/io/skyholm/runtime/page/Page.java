package io.skyholm.runtime.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor of the next part if there is one. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Makes a page of rows that were asked for with one more than the limit. */
    public static <T> Page<T> of(List<T> rows, ListPart part, Function<T, UUID> id) {
        if (rows.size() <= part.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, part.limit()));
        return new Page<>(items, Cursor.after(id.apply(items.getLast())).text());
    }

    /** The same part of the list, with each row as that makes it. */
    public <R> Page<R> map(Function<T, R> row) {
        return new Page<>(items.stream().map(row).toList(), nextCursor);
    }
}
