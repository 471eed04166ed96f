package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Transactions that need the same things take them in one order, so that none waits for one that waits for it. */
@QuarkusTest
class LockOrderTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TURN = """
            select count(*) from pg_locks where locktype = 'advisory' and granted
                and (classid::bigint << 32) | objid::bigint = hashtextextended(?, 0)""";
    private static final String WAITING_FOR_QUOTA =
            "select count(*) from pg_locks where relation = 'compute.quota_usage'::regclass and not granted";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final Sql sql = Sql.asSuperuser("compute");

    /** An exclusive instance that is placed later has its turn and a machine, and then waits for quota. */
    @Test
    void whoWaitsForQuotaHasItsTurnInItsSetAlready() throws InterruptedException {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        String set =
                owner.made("/v1/instance-sets", Map.of("name", Fresh.name())).toString();
        Map<String, Object> body = new HashMap<>(Guest.in(pool));
        body.put("instanceSetId", set);
        body.put("affinity", "AFFINITY");

        AtomicInteger status = new AtomicInteger();
        Thread caller =
                new Thread(() -> status.set(owner.post("/v1/instances", body).statusCode()));
        sql.whileLocked("quota_usage", () -> {
            caller.start();
            assertThat(BoundedWait.waitUntil(() -> sql.number(WAITING_FOR_QUOTA) > 0, SOON))
                    .isTrue();
            assertThat(sql.number(TURN, set)).isEqualTo(1);
        });
        caller.join(SOON);
        assertThat(status).hasValue(202);
    }
}
