package io.skyholm.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final NoteCalls caller = NoteCalls.ofNewTenant();

    @Test
    void anEventIsWrittenWithItsRow() {
        String id = writeTraced();
        Map<String, @Nullable Object> event = events().getFirst();
        assertThat(event)
                .containsEntry("aggregate_type", "support.note")
                .containsEntry("aggregate_id", id)
                .containsEntry("type", "support.note.written.v1")
                .containsEntry("tenant_id", caller.tenant())
                .containsEntry("source", "/support")
                .containsEntry("specversion", "1.0")
                .containsEntry("content_type", "application/json")
                .containsEntry("generation", 1L)
                .containsEntry("correlation_id", "shopping")
                .containsEntry("actor_id", caller.user().toString())
                .containsEntry("actor_address", "192.0.2.7")
                .containsEntry("actor_agent", "Basket/1");
        assertThat(String.valueOf(event.get("traceparent"))).startsWith("00-" + TRACE + "-");
        assertThat(String.valueOf(event.get("payload"))).contains("\"title\":\"Milk\"");
    }

    @Test
    void aRefusedChangeLeavesNoEvent() {
        caller.write("Milk");
        caller.post("Milk").then().statusCode(409);
        assertThat(events()).hasSize(1);
    }

    @Test
    void aDryRunAnswersAndKeepsNothing() {
        String id = caller.write("Milk");
        caller.request()
                .body(Map.of("title", "Bread"))
                .post("/v1/notes?dry_run=true")
                .then()
                .statusCode(201);
        caller.request()
                .body(Map.of("title", "Honey"))
                .patch("/v1/notes/" + id + "?dry_run=true")
                .then()
                .statusCode(200);
        assertThat(EVERYTHING.rows("select title from note where tenant_id = ?", caller.tenant()))
                .containsExactly(Map.of("title", "Milk"));
        assertThat(events()).hasSize(1);
    }

    @Test
    void anEventReachesItsConsumerOnceWithTheStoryItBelongsTo() {
        String id = writeTraced();
        String tally = "select * from note_tally where name = '" + id + "'";
        assertThat(BoundedWait.waitUntil(() -> !EVERYTHING.rows(tally).isEmpty(), Duration.ofSeconds(30)))
                .isTrue();
        assertThat(EVERYTHING.rows(tally).getFirst())
                .containsEntry("times", 1L)
                .containsEntry("correlation_id", "shopping")
                .containsEntry("traceparent", events().getFirst().get("traceparent"));
    }

    @Test
    void whatAClientMadeUpIsCutToWhatIsHarmless() {
        caller.request()
                .header("X-Correlation-Id", "two words")
                .header("X-Request-Id", "r1")
                .header("X-Forwarded-For", "x".repeat(500))
                .header("User-Agent", "y".repeat(500))
                .body(Map.of("title", "Milk"))
                .post("/v1/notes")
                .then()
                .statusCode(201);
        assertThat(events().getFirst())
                .containsEntry("correlation_id", "r1")
                .containsEntry("actor_address", "x".repeat(64))
                .containsEntry("actor_agent", "y".repeat(256));
    }

    private String writeTraced() {
        return caller.request()
                .header("X-Correlation-Id", "shopping")
                .header("X-Forwarded-For", "192.0.2.7, 198.51.100.1")
                .header("User-Agent", "Basket/1")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(Map.of("title", "Milk"))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<Map<String, @Nullable Object>> events() {
        return EVERYTHING.rows(
                "select * from outbox_event where tenant_id = ? and type like 'support.%' order by id",
                caller.tenant());
    }
}
