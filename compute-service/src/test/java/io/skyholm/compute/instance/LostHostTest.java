package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of instances whose host is fenced. */
@QuarkusTest
class LostHostTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Host host;

    @BeforeEach
    void aHost() {
        pool = Fresh.pool();
        host = Host.in(pool);
    }

    @Test
    void instanceOfALostHostStartsElsewhere() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        Host other = Host.in(pool);
        long before = lastFact(guest).generation();
        Sql.asSuperuser("compute")
                .change("update compute_machine set status = 'OFFLINE', fenced_at = now() where id = ?", host.id());
        guest.looksAgain();
        Eventually.holds(
                "it is elsewhere",
                () -> other.id().toString().equals(guest.shown().path("computeMachineId")));
        guest.networkIs(InstanceNetworkStatus.READY, other.id());
        guest.settles(other, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        Books.agree(pool);
        assertThat(lastDesired(guest)).isEqualTo("null");
        assertThat(Told.of(guest.id()).stream().map(LostHostTest::fact))
                .as("whoever has something on its machine hears that it is on none")
                .anyMatch(fact -> fact.status() == InstanceStatus.STARTING
                        && fact.computeMachineId() == null
                        && fact.generation() == before + 1);
    }

    @Test
    void stoppedInstanceOfALostHostIsToldToBeOnNoMachine() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        InstanceFact before = lastFact(guest);
        assertThat(before.computeMachineId()).isEqualTo(host.id());
        int told = Told.of(guest.id()).size();
        Sql.asSuperuser("compute")
                .change("update compute_machine set status = 'OFFLINE', fenced_at = now() where id = ?", host.id());
        guest.looksAgain();
        Eventually.holds("it is told to be on none", () -> lastFact(guest).computeMachineId() == null);
        assertThat(lastFact(guest).status()).isEqualTo(InstanceStatus.STOPPED);
        assertThat(lastFact(guest).generation()).isEqualTo(before.generation() + 1);
        assertThat(Told.of(guest.id())).as("it is told once").hasSize(told + 1);
        assertThat(guest.status()).isEqualTo("STOPPED");
        Books.agree(pool);
    }

    private static InstanceFact lastFact(Guest guest) {
        return fact(Told.of(guest.id()).getLast());
    }

    private static InstanceFact fact(Map<String, @Nullable Object> told) {
        return EventJson.read(String.valueOf(told.get("payload")), InstanceFact.class);
    }

    private String lastDesired(Guest guest) {
        return String.valueOf(Sql.asSuperuser("compute")
                .value(
                        "select payload from outbox_event where aggregate_type = ? and aggregate_id = ?"
                                + " order by id desc limit 1",
                        "host.desired." + host.id(),
                        "vm/" + guest.virtualMachine()));
    }
}
