package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagingTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final int NOTES = 300;
    private static final String INSERT = """
            insert into note (id, generation, tenant_id, title, mood, state, created_at)
            select uuidv7(), 1, ?, 'note ' || number, 'CALM', 'FILED', now() from generate_series(1, ?) number""";

    private final NoteCalls caller = NoteCalls.ofNewTenant();

    @Test
    void aWalkSeesEveryRowOnceWhileOthersAreAdded() {
        EVERYTHING.change(INSERT, caller.tenant(), NOTES);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(cursor);
            seen.addAll(page.getList("items.title"));
            cursor = page.getString("nextCursor");
            caller.write("meanwhile " + seen.size());
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(NOTES).allMatch(title -> title.startsWith("note "));
    }

    @Test
    void theNewestComesFirst() {
        caller.write("Milk");
        caller.write("Bread");
        assertThat(page(null).getList("items.title")).containsExactly("Bread", "Milk");
    }

    @Test
    void aListThatFitsHasNoCursor() {
        caller.write("Milk");
        assertThat(page(null).getString("nextCursor")).isNull();
    }

    @Test
    void aFilterLeavesOutTheRest() {
        caller.write("Milk");
        caller.write("Bread");
        assertThat(caller.request().get("/v1/notes?title=Milk").jsonPath().getList("items.title"))
                .containsExactly("Milk");
    }

    private JsonPath page(@Nullable String cursor) {
        String query = cursor == null ? "" : "&cursor=" + cursor;
        return caller.request()
                .get("/v1/notes?limit=20" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
