package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.testing.Sql;
import io.skyholm.runtime.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Entries are watched as they are recorded, and nothing is missed over an interruption. */
@QuarkusTest
class StreamTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MOST = 20;

    private final UUID tenant = UUID.randomUUID();

    @Test
    void entryArrivesSoonAfterItWasRecordedAtThoseWhoSeeIt() {
        watching(
                Reader.in(tenant, BuiltInRole.TENANT_ADMIN),
                "",
                lines -> watching(Reader.ADMIN, "", all -> {
                    SampleEvent foreign = SampleEvent.of(UUID.randomUUID());
                    SampleEvent own = SampleEvent.of(tenant);
                    SampleEvent.tell(foreign, own);
                    arrives(all, foreign.id());
                    arrives(lines, own.id());
                    assertThat(lines)
                            .noneMatch(line -> line.contains(foreign.id().toString()));
                }));
    }

    @Test
    void streamIsResumedBehindTheLastEventThatArrived() {
        List<SampleEvent> events =
                Stream.generate(() -> SampleEvent.of(tenant)).limit(3).toList();
        SampleEvent.tell(events.toArray(SampleEvent[]::new));
        events.forEach(event -> Reader.written(event.id()));
        String first = String.valueOf(Sql.asSuperuser("audit")
                .value(
                        "select position from audit_entry where id = ?",
                        events.getFirst().id()));
        watching(Reader.in(tenant, BuiltInRole.TENANT_ADMIN), first, lines -> {
            arrives(lines, events.get(1).id());
            arrives(lines, events.get(2).id());
            assertThat(lines)
                    .noneMatch(line -> line.contains(events.getFirst().id().toString()));
        });
    }

    @Test
    void streamEndsSoonAfterItsReaderIsLocked() {
        UUID user = UUID.randomUUID();
        Reader reader = new Reader(TestTokens.of(user, tenant, BuiltInRole.TENANT_ADMIN));
        HttpResponse<Stream<String>> answer = watch(reader, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        Sql.asSuperuser("audit")
                .change(
                        "insert into known_user (id, generation, tenant_id, username, status, roles)"
                                + " values (?, 1, ?, 'ada', 'LOCKED', array['TENANT_ADMIN'])",
                        user,
                        tenant);
        Thread listener = Thread.ofVirtual().start(() -> answer.body().forEach(line -> {}));
        assertThat(BoundedWait.waitUntil(() -> !listener.isAlive(), SOON)).isTrue();
    }

    @Test
    void onlySoManyWatchAtOnceAndWhoGoesMakesRoom() {
        List<HttpResponse<Stream<String>>> watchers = new ArrayList<>();
        try {
            int status = 200;
            while (status == 200 && watchers.size() <= MOST) {
                watchers.add(watch(Reader.ADMIN, ""));
                status = watchers.getLast().statusCode();
                hearSomething(watchers.getLast());
            }
            assertThat(status).as("the answer to watcher %d", watchers.size()).isEqualTo(429);
        } finally {
            watchers.forEach(answer -> answer.body().close());
        }
        assertThat(BoundedWait.waitUntil(() -> statusOf(watch(Reader.ADMIN, "")) == 200, SOON))
                .isTrue();
    }

    /** A watcher is counted by the time that its first line comes; the 200 comes before. */
    private static void hearSomething(HttpResponse<Stream<String>> watcher) {
        assertThat(watcher.body().iterator().next()).isNotNull();
    }

    private static void watching(Reader reader, String last, Consumer<Queue<String>> meanwhile) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpResponse<Stream<String>> answer = watch(reader, last);
        assertThat(answer.statusCode()).isEqualTo(200);
        Thread listener = Thread.ofVirtual().start(() -> answer.body().forEach(lines::add));
        try {
            meanwhile.accept(lines);
        } finally {
            answer.body().close();
            listener.interrupt();
        }
    }

    private static int statusOf(HttpResponse<Stream<String>> answer) {
        answer.body().close();
        return answer.statusCode();
    }

    private static void arrives(Queue<String> lines, UUID id) {
        assertThat(BoundedWait.waitUntil(
                        () -> lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(id.toString())),
                        SOON))
                .as("entry %s among %s", id, lines)
                .isTrue();
    }

    private static HttpResponse<Stream<String>> watch(Reader reader, String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/audit-entries/stream"))
                .header("Authorization", "Bearer " + reader.token())
                .header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.ofLines())
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
