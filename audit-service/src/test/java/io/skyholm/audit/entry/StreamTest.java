package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.testing.answers.RecordedEvents;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestTokens;
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
import java.util.function.Supplier;
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
    void streamEndsSoonAfterItsReadersTenantIsSuspended() {
        Reader reader = Reader.in(tenant, BuiltInRole.TENANT_ADMIN);
        HttpResponse<Stream<String>> answer = watch(reader, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        Sql.asSuperuser("audit")
                .change("insert into known_tenant (id, generation, status) values (?, 1, 'SUSPENDED')", tenant);
        Thread listener = Thread.ofVirtual().start(() -> answer.body().forEach(line -> {}));
        assertThat(BoundedWait.waitUntil(() -> !listener.isAlive(), SOON)).isTrue();
        assertThat(statusOf(watch(reader, ""))).isEqualTo(403);
    }

    @Test
    void onlySoManyWatchAtOnceAndWhoGoesMakesRoom() {
        assertThat(watchersBeforeARefusal(StreamTest::somebody, "Too many watch already"))
                .isBetween(1, MOST);
        assertThat(BoundedWait.waitUntil(() -> statusOf(watch(somebody(), "")) == 200, SOON))
                .isTrue();
    }

    @Test
    void aCallerWatchesOnlySoManyStreams() {
        Reader reader = Reader.in(tenant, BuiltInRole.TENANT_ADMIN);
        roomIsFor(5, () -> reader, "You watch 5 streams of this kind already");
    }

    @Test
    void aTenantWatchesOnlySoManyStreams() {
        roomIsFor(10, () -> Reader.in(tenant, BuiltInRole.TENANT_ADMIN), "Your tenant watches 10 streams");
    }

    @Test
    void whoHearsNothingLearnsHowFarEverythingWasLookedThrough() {
        SampleEvent event = SampleEvent.of(tenant);
        SampleEvent.tell(event);
        Reader.written(event.id());
        long position = Sql.asSuperuser("audit").number("select position from audit_entry where id = ?", event.id());
        watching(somebody(), "0", lines -> assertThat(BoundedWait.waitUntil(() -> lastId(lines) >= position, SOON))
                .as("an id of %d or more among %s", position, lines)
                .isTrue());
    }

    private static Reader somebody() {
        return Reader.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
    }

    private static long lastId(Queue<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .mapToLong(line -> Long.parseLong(line.substring("id:".length()).strip()))
                .max()
                .orElse(-1);
    }

    /** Those who have just gone from other tests may be counted for another moment. */
    private static void roomIsFor(int many, Supplier<Reader> readers, String reason) {
        Eventually.found(
                "watchers before a refusal", () -> watchersBeforeARefusal(readers, reason), most -> most == many);
    }

    /** How many of these readers watch until one is refused for that reason; none if it is for another. */
    private static int watchersBeforeARefusal(Supplier<Reader> readers, String reason) {
        List<HttpResponse<Stream<String>>> watchers = new ArrayList<>();
        try {
            HttpResponse<Stream<String>> answer = watch(readers.get(), "");
            while (answer.statusCode() == 200 && watchers.size() < MOST) {
                watchers.add(answer);
                hearSomething(answer);
                answer = watch(readers.get(), "");
            }
            String refusal = String.join("", answer.body().limit(1).toList());
            return answer.statusCode() == 429 && refusal.contains("TOO_MANY_STREAMS") && refusal.contains(reason)
                    ? watchers.size()
                    : 0;
        } finally {
            watchers.forEach(watcher -> watcher.body().close());
        }
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
            RecordedEvents.add(answer.uri().getPath(), List.copyOf(lines));
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
