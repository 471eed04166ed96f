package io.skyholm.compute.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.billing.PlanEvents;
import io.skyholm.events.billing.PlanFact;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Instances are made by the plans that billing tells of. */
@QuarkusTest
class PlanListenerTest {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private final UUID id = UUID.randomUUID();

    @Test
    void newestFactSaysWhichSizeAPlanIsAndWhetherItCanBeChosen() {
        tell(1, PlanKind.VPS, 4096, true);
        assertThat(known()).isEqualTo("[{memory_gb=4, is_active=true}]");
        tell(3, PlanKind.VPS, 8192, false);
        tell(2, PlanKind.VPS, 2048, true);
        assertThat(known()).isEqualTo("[{memory_gb=8, is_active=false}]");
    }

    @Test
    void plansForContainersAreNoneForInstances() {
        tell(1, PlanKind.CONTAINER, 512, true);
        assertThat(known()).isEqualTo("[]");
    }

    private String known() {
        return SQL.rows("select memory_gb, is_active from known_plan where id = ?", id)
                .toString();
    }

    /** Returns when it has been heard. */
    private void tell(long generation, PlanKind kind, int memoryMb, boolean active) {
        long before = heard();
        Instant now = Instant.now();
        Broker.tell(
                PlanEvents.CHANGED,
                new PlanFact(
                        id,
                        generation,
                        1,
                        kind,
                        null,
                        "Plan " + id,
                        null,
                        null,
                        2,
                        memoryMb,
                        80,
                        0,
                        null,
                        null,
                        "EUR",
                        null,
                        null,
                        "0.03",
                        "20.00",
                        List.of(),
                        active,
                        now,
                        now,
                        null,
                        null,
                        null));
        Eventually.holds("it was heard", () -> heard() > before);
    }

    private static long heard() {
        return SQL.number("select count(*) from inbox_event where consumer = 'plans'");
    }
}
