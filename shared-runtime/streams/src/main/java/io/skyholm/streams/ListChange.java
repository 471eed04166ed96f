package io.skyholm.streams;

import io.skyholm.events.EventJson;
import java.util.Map;
import java.util.UUID;

/**
 * What has changed in a list.
 *
 * @param name what happened
 * @param position behind which the client goes on
 * @param data on one line
 */
record ListChange(String name, long position, String data) {

    /** Something is in the list as it is now, whether it was before or not. */
    static ListChange changed(long position, Object row) {
        return new ListChange("changed", position, EventJson.write(row));
    }

    /** Something has changed and is not in the list, whether it was before or not. */
    static ListChange removed(long position, UUID id) {
        return new ListChange("removed", position, EventJson.write(Map.of("id", id)));
    }

    /** What lies behind the client's position is not kept any more: it has to read the list anew. */
    static ListChange reset(long position) {
        return new ListChange("reset", position, "{}");
    }
}
