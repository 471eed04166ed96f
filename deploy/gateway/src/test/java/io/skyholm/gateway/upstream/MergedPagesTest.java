package io.skyholm.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of several services are one list, in which nothing is left out or shown twice. */
class MergedPagesTest {

    private static final List<String> OF_COMPUTE = List.of(id(9), id(8), id(5), id(2));
    private static final List<String> OF_STORAGE = List.of(id(7), id(6), id(4), id(3), id(1));

    @Test
    void newestOfAllComeFirst() {
        JsonObject page = MergedPages.of(List.of(page(OF_COMPUTE, null, 3), page(OF_STORAGE, null, 3)), 3);
        assertThat(ids(page)).containsExactly(id(9), id(8), id(7));
        assertThat(page.getString("nextCursor")).isNotNull();
    }

    @Test
    void walkingAllPagesShowsEachOnce() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            JsonObject page = MergedPages.of(List.of(page(OF_COMPUTE, after, 2), page(OF_STORAGE, after, 2)), 2);
            seen.addAll(ids(page));
            after = page.containsKey("nextCursor") ? seen.getLast() : null;
        } while (after != null);
        assertThat(seen).containsExactly(id(9), id(8), id(7), id(6), id(5), id(4), id(3), id(2), id(1));
    }

    @Test
    void cursorIsTheOneThatServicesWrite() {
        JsonObject page = MergedPages.of(List.of(page(OF_COMPUTE, null, 1), page(List.of(), null, 1)), 1);
        assertThat(page.getString("nextCursor")).isEqualTo("AZoAAAAAcACAwAAAAAAACQ");
    }

    @Test
    void lastPageHasNoCursor() {
        JsonObject page = MergedPages.of(List.of(page(OF_COMPUTE, null, 9), page(OF_STORAGE, null, 9)), 9);
        assertThat(ids(page)).hasSize(9);
        assertThat(page.containsKey("nextCursor")).isFalse();
    }

    @Test
    void whereNothingIsThereIsAnEmptyPage() {
        JsonObject page = MergedPages.of(List.of(page(List.of(), null, 5), page(List.of(), null, 5)), 5);
        assertThat(page).isEqualTo(new JsonObject().put("items", new JsonArray()));
    }

    /** As a service answers: those behind an id, newest first. */
    private static JsonObject page(List<String> own, @Nullable String after, int limit) {
        List<String> rest = own.stream()
                .filter(id -> after == null || id.compareTo(after) < 0)
                .toList();
        Stream<JsonObject> items = rest.stream().limit(limit).map(id -> new JsonObject().put("id", id));
        JsonObject page = new JsonObject().put("items", new JsonArray(items.toList()));
        return rest.size() > limit ? page.put("nextCursor", "of that service alone") : page;
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private static String id(int time) {
        return "019a0000-0000-7000-80c0-00000000000" + time;
    }
}
