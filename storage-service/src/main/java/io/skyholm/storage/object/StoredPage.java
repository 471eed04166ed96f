package io.skyholm.storage.object;

import java.util.List;
import java.util.UUID;

/**
 * Some of what a store has, by id.
 *
 * @param hasMore whether more may follow
 */
public record StoredPage(List<StoredObject> objects, boolean hasMore) {

    public StoredPage {
        objects = List.copyOf(objects);
    }

    /** The last of them; there is one where more may follow. */
    public UUID last() {
        return objects.getLast().id();
    }
}
