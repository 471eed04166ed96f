package io.skyholm.runtime.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators see what reconcilers have to do and why it fails, and have it tried again; tenants see nothing of it. */
@QuarkusTest
class ReconcileTasksApiTest {

    private static final String TASKS = "/v1/services/support/reconcile-tasks";
    private static final Sql EVERYTHING = Sql.asSuperuser("support");

    /** Later than to where other tests move the calendar. */
    private static final String LATER = "now() + interval '9 years'";

    private static final Person OPERATOR = Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR);

    @Inject
    ReconcileQueue queue;

    @Inject
    ReconcileBell bell;

    @Inject
    MeterRegistry metrics;

    @Inject
    Vertx vertx;

    private final String kind = "kind-" + UUID.randomUUID();
    private final UUID resource = UUID.randomUUID();

    @Test
    void aTaskThatFailsIsListedWithItsErrorAndTriedAgainWhenAsked() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Steps steps = Steps.of(kind, id -> broken.get() ? failure() : Steps.DONE)
                .finding("select '%s'::uuid as id".formatted(resource));
        ReconcileLoop loop =
                new ReconcileLoop(steps, queue, ReconcileLimits.USUAL, metrics, vertx.getOrCreateContext());
        bell.answeredBy(kind, loop::look);
        loop.sweep();
        String id = Eventually.found("it fails", () -> ids("FAILING"), ids -> ids.size() == 1)
                .getFirst();
        EVERYTHING.change("update reconcile_task set due_at = " + LATER + " where kind = ?", kind);
        listed("FAILING")
                .then()
                .body("items[0].resourceId", equalTo(resource.toString()))
                .body("items[0].failures", equalTo(1))
                .body("items[0].lastError", containsString("on purpose"))
                .body("items[0].dueAt", notNullValue())
                .body("items[0].leasedUntil", nullValue());

        broken.set(false);
        retry(id).then().statusCode(202).body("id", equalTo(id));

        Eventually.holds("it is done", () -> steps.total() == 2);
        Eventually.holds("it is gone", () -> retry(id).statusCode() == 404);
    }

    @ParameterizedTest
    @EnumSource(ReconcileTaskState.class)
    void tasksAreFoundByTheirState(ReconcileTaskState state) {
        add(1, "now() - interval '1 second'", "null");
        add(0, LATER, "null");
        add(0, "now() - interval '1 second'", LATER);
        add(0, "now() - interval '1 second'", "now() - interval '1 second'");
        listed(state.name()).then().body("items", hasSize(1)).body("items[0].state", equalTo(state.name()));
        listed("").then().body("items", hasSize(ReconcileTaskState.values().length));
        OPERATOR.get(TASKS + "?resourceId=" + resource).then().body("items", hasSize(0));
    }

    @Test
    void aRetryThatIsSentTwiceHappensOnceAndIsAudited() {
        UUID task = add(7, LATER, "null");
        String correlation = UUID.randomUUID().toString();
        Map<String, String> headers = Map.of("Idempotency-Key", correlation, "X-Correlation-Id", correlation);
        String first = OPERATOR.request()
                .headers(headers)
                .post(TASKS + "/" + task + "/retry")
                .asString();
        String second = OPERATOR.request()
                .headers(headers)
                .post(TASKS + "/" + task + "/retry")
                .asString();
        assertThat(second).isEqualTo(first).contains("\"failures\":7");
        assertThat(EVERYTHING.number("select wishes from reconcile_task where task_id = ?", task))
                .as("wake-ups: the first, and one more")
                .isEqualTo(2);
        Eventually.rows(
                2,
                "select count(*) from outbox_event where type = 'audit.call.ended.v1' and correlation_id = ?"
                        + " and payload like '%RECONCILE_TASK:EXECUTE%'",
                correlation);
    }

    @Test
    void aServiceAnswersForItsOwnTasksOnly() {
        UUID task = add(0, "now()", "null");
        OPERATOR.get("/v1/services/compute/reconcile-tasks").then().statusCode(404);
        OPERATOR.request()
                .post("/v1/services/compute/reconcile-tasks/" + task + "/retry")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = BuiltInRole.class,
            names = {"TENANT_ADMIN", "USER"})
    void tenantsNeitherSeeNorRetryThem(BuiltInRole role) {
        UUID task = add(0, "now()", "null");
        Person tenant = Person.in(UUID.randomUUID(), role);
        tenant.get(TASKS).then().statusCode(403);
        tenant.request().post(TASKS + "/" + task + "/retry").then().statusCode(403);
    }

    @Test
    void aRoleOfATenantsOwnOpensThemNeither() {
        Person inspector = Person.in(UUID.randomUUID(), BuiltInRole.USER);
        EVERYTHING.change(
                "insert into known_user (id, generation, tenant_id, username, status, roles)"
                        + " values (?, 1, ?, 'ada', 'ACTIVE', array['inspector'])",
                inspector.id(),
                inspector.tenant());
        EVERYTHING.change(
                "insert into known_role values (?, 1, ?, 'inspector', '{RECONCILE_TASK:READ,RECONCILE_TASK:EXECUTE}')",
                UUID.randomUUID(),
                inspector.tenant());
        UUID task = add(0, "now()", "null");
        inspector.get(TASKS).then().statusCode(403).body("detail", containsString("Only operators"));
        inspector.request().post(TASKS + "/" + task + "/retry").then().statusCode(403);
    }

    /** A task that no loop takes. */
    private UUID add(int failures, String dueAt, String leasedUntil) {
        UUID task = UUID.randomUUID();
        EVERYTHING.change(
                "insert into reconcile_task (task_id, kind, id, failures, due_at, leased_until) values (?, ?, ?, ?, %s, %s)"
                        .formatted(dueAt, leasedUntil),
                task,
                kind,
                UUID.randomUUID(),
                failures);
        return task;
    }

    private Response listed(String state) {
        String query = state.isEmpty() ? "" : "&state=" + state;
        return OPERATOR.get(TASKS + "?kind=" + kind + query);
    }

    private List<String> ids(String state) {
        return listed(state).jsonPath().getList("items.id");
    }

    private static Response retry(String id) {
        return OPERATOR.request().post(TASKS + "/" + id + "/retry");
    }

    private static Uni<Next> failure() {
        return Uni.createFrom().failure(new IllegalStateException("on purpose"));
    }
}
