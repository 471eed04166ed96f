package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.billing.PlanEvents;
import io.skyholm.events.billing.PlanFact;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hosts are told how fast the ports of an instance may be, which its plan says. */
@QuarkusTest
class RatedPortsTest {

    private final UUID plan = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Host host = Host.in(UUID.randomUUID());

    @Test
    void aPortIsAsFastAsItsPlanSaysAlsoOnceThatSaysSomethingElse() {
        allows(plan, 1, 2000);
        allows(other, 1, null);
        Person owner = Person.fresh();
        assertThat(Fresh.subnet(owner, "10.1.0.0/24")).isNotNull();
        Instance instance = Instance.of(owner.tenant(), host.dataCenter());
        instance.placedBy(plan, host);
        instance.hears(READY);
        assertThat(instance.desired(host, 1).rateMbps()).isEqualTo(2000);
        allows(plan, 2, 500);
        assertThat(instance.desired(host, 2).rateMbps()).isEqualTo(500);
        instance.placedBy(other, host);
        assertThat(instance.desired(host, 3).rateMbps()).isNull();
        instance.placedBy(plan, host);
        assertThat(instance.desired(host, 4).rateMbps()).isEqualTo(500);
    }

    /** What was noted of an instance before plans were is noted once more, by the same fact. */
    @Test
    void anInstanceOfBeforeIsLimitedOnceItsFactIsReadAgain() {
        allows(plan, 1, 2000);
        Person owner = Person.fresh();
        assertThat(Fresh.subnet(owner, "10.1.0.0/24")).isNotNull();
        Instance instance = Instance.of(owner.tenant(), host.dataCenter());
        instance.placedBy(plan, host);
        instance.hears(READY);
        Sql.asSuperuser("network").change("update known_instance set plan_id = null where id = ?", instance.id());
        instance.generation().decrementAndGet();
        instance.placedBy(plan, host);
        assertThat(instance.desired(host, 2).rateMbps()).isEqualTo(2000);
    }

    private static void allows(UUID plan, long generation, @Nullable Integer mbps) {
        Broker.tell(
                PlanEvents.CHANGED,
                new PlanFact(
                        plan,
                        generation,
                        1,
                        PlanKind.VPS,
                        null,
                        "plan " + plan,
                        null,
                        null,
                        1,
                        1024,
                        10,
                        0,
                        null,
                        mbps,
                        "EUR",
                        null,
                        null,
                        "0.01",
                        "5",
                        List.of(),
                        true,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null));
        Eventually.holds(
                "the plan is known",
                () -> Sql.asSuperuser("network")
                                .number(
                                        "select count(*) from known_plan where id = ? and generation >= ?",
                                        plan,
                                        generation)
                        == 1);
    }
}
