package io.skyholm.gateway.upstream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Pages of one list that are in several services. Ids sort by time in each of them and are what cursors hold, so the newest of all are
 * among the newest of each, and the cursor behind the last that is shown is good for every service.
 */
final class MergedPages {

    private static final String ITEMS = "items";
    private static final String NEXT = "nextCursor";
    private static final Comparator<JsonObject> NEWEST_FIRST =
            Comparator.comparing((JsonObject item) -> item.getString("id")).reversed();

    private MergedPages() {}

    /** The first of all, and where the next begin if there are more. */
    static JsonObject of(List<JsonObject> pages, int limit) {
        List<JsonObject> all = pages.stream()
                .flatMap(page -> page.getJsonArray(ITEMS).stream())
                .map(JsonObject.class::cast)
                .sorted(NEWEST_FIRST)
                .toList();
        List<JsonObject> shown = all.subList(0, Math.min(limit, all.size()));
        JsonObject merged = new JsonObject().put(ITEMS, new JsonArray(shown));
        boolean more = all.size() > shown.size() || pages.stream().anyMatch(page -> page.containsKey(NEXT));
        return more ? merged.put(NEXT, cursorAfter(shown.getLast())) : merged;
    }

    /** As the services write it: the bytes of the id. */
    private static String cursorAfter(JsonObject last) {
        UUID id = UUID.fromString(last.getString("id"));
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
