package io.skyholm.runtime.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those with these ids, as far as they are in the list at all. */
public record NamedRows(List<UUID> ids) implements ListPart {

    @Override
    public int limit() {
        return ids.size();
    }

    @Override
    public @Nullable Cursor after() {
        return null;
    }
}
