package io.skyholm.compute.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console of an instance, for which its host is asked; the test plays the host. */
@QuarkusTest
class ConsoleLogTest {

    private static final long SECONDS = 60;
    private static final Sql SQL = Sql.asSuperuser("compute");

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private AskedHost host;

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Guest guest;

    @BeforeEach
    void aGuest() {
        UUID pool = Fresh.pool();
        Host joined = Host.in(pool);
        host = new AskedHost(joined);
        guest = Guest.running(owner, tenant, pool, joined);
        isHeard(joined.id());
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    /** For the next hour, without that it says anything. */
    private static void isHeard(UUID machine) {
        SQL.change("update compute_machine set last_heartbeat = now() + interval '1 hour' where id = ?", machine);
    }

    @Test
    void whoAsksIsAnsweredByTheHost() throws Exception {
        Future<Response> reading = reads(guest.path() + "/console-log?tail=2");
        UUID request = host.asked(guest).id();
        assertThat(host.asked(guest).use()).isEqualTo(ConsoleUse.LOG);
        host.answers(request, "one\ntwo\nlogin: ").then().statusCode(204);
        answer(reading)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/plain"))
                .header("Cache-Control", "no-store")
                .body(equalTo("two\nlogin: "));
        assertThat(host.wanted(guest))
                .as("the host is told that it is not wanted any more")
                .isEmpty();
        long told = host.toldTimes(guest);
        Eventually.rows(0, "select count(*) from console_request where id = ?", request);
        assertThat(host.toldTimes(guest)).as("and not told so again").isEqualTo(told);
    }

    @Test
    void whoAsksAtTheSameTimeAsksTheHostOnce() throws Exception {
        Future<Response> first = reads(guest.path() + "/console-log");
        UUID request = host.asked(guest).id();
        long told = host.toldTimes(guest);
        Future<Response> second = reads(guest.path() + "/console-log?tail=1");
        host.answers(request, "one\ntwo\n").then().statusCode(204);
        answer(first).then().statusCode(200).body(equalTo("one\ntwo\n"));
        answer(second).then().statusCode(200).body(equalTo("two\n"));
        assertThat(host.toldTimes(guest)).isEqualTo(told + 1);
    }

    @Test
    void aHostThatDoesNotAnswerIsNotWaitedForLong() throws Exception {
        answer(reads(guest.path() + "/console-log"))
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("HOST_SILENT"));
        Eventually.holds("the host is asked no more", () -> host.wanted(guest).isEmpty());
    }

    @Test
    void aHostThatIsNotHeardIsNotAsked() {
        SQL.change(
                "update compute_machine set status = 'OFFLINE', status_before = 'ACTIVE' where id = ?",
                host.host().id());
        owner.get(guest.path() + "/console-log").then().statusCode(503).body("code", equalTo("HOST_SILENT"));
        assertThat(host.toldTimes(guest)).isZero();
    }

    @Test
    void whyAConsoleCannotBeReadIsSaid() throws Exception {
        Future<Response> reading = reads(guest.path() + "/console-log");
        host.fails(host.asked(guest).id(), "Its disk is full").then().statusCode(204);
        answer(reading)
                .then()
                .statusCode(503)
                .body("code", equalTo("CONSOLE_UNREADABLE"))
                .body("detail", containsString("Its disk is full"));
    }

    @Test
    void anInstanceOnNoMachineHasNoConsole() {
        Guest waiting = Guest.made(owner, tenant, Guest.in(Fresh.pool()));
        owner.get(waiting.path() + "/console-log").then().statusCode(409).body("code", equalTo("NO_CONSOLE"));
    }

    @Test
    void onlyWhoMayUseTheInstanceReadsIt() {
        Person stranger = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
        stranger.get(guest.path() + "/console-log").then().statusCode(404);
        Person looking = Person.in(tenant, BuiltInRole.OPERATOR);
        looking.get(guest.path() + "/console-log").then().statusCode(403);
        Person.ADMIN.get(guest.path() + "/console-log").then().statusCode(403);
        assertThat(host.toldTimes(guest)).isZero();
    }

    @Test
    void onlyTheHostThatWasAskedAnswersAndOnce() throws Exception {
        Future<Response> reading = reads(guest.path() + "/console-log");
        UUID request = host.asked(guest).id();
        refused(request, host.answer(request, "forged", HostKeys.fresh()));
        Map<String, Object> late = host.answer(request, "late", host.host().keys());
        late.put("signedAt", "2020-01-01T00:00:00Z");
        refused(request, late);
        refused(
                request,
                new AskedHost(Host.in(Fresh.pool()))
                        .answer(request, "another's", host.host().keys()));
        Map<String, Object> again = host.answer(request, "again", host.host().keys());
        host.answers(request, "right").then().statusCode(204);
        AskedHost.says(request, again).then().statusCode(404);
        answer(reading).then().statusCode(200).body(equalTo("right"));
    }

    @Test
    void aTenantWaitsForSoManyHostsAtOnce() throws Exception {
        List<Future<Response>> reading = Stream.generate(() -> reads(guest.path() + "/console-log"))
                .limit(20)
                .toList();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Response> one : reading) {
            statuses.add(answer(one).statusCode());
        }
        assertThat(statuses).contains(429, 503).containsOnly(429, 503);
        owner.get(guest.path() + "/console-log").then().body("code", equalTo("HOST_SILENT"));
    }

    private static void refused(UUID request, Map<String, Object> answer) {
        AskedHost.says(request, answer).then().statusCode(403).body("code", equalTo("CONSOLE_REFUSED"));
    }

    private Future<Response> reads(String path) {
        return CompletableFuture.supplyAsync(() -> owner.get(path), callers);
    }

    private static Response answer(Future<Response> reading) throws Exception {
        return reading.get(SECONDS, TimeUnit.SECONDS);
    }
}
