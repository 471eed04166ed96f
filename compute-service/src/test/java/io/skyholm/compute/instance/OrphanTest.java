package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A host that was lost comes back with what runs elsewhere by now. It never shows an inventory without machines here: with that
 * it would be trusted again, and the instance that waits would be placed on it at any moment.
 */
@QuarkusTest
class OrphanTest {

    private static final Sql SQL = Sql.asSuperuser("compute");

    @Test
    void machineThatBelongsElsewhereIsToBeAbsentAndIsThenForgotten() {
        UUID tenant = UUID.randomUUID();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        UUID pool = Fresh.pool();
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        SQL.change("update compute_machine set status = 'OFFLINE', fenced_at = now() where id = ?", host.id());
        guest.looksAgain();
        Eventually.holds(
                "its desired state is withdrawn", () -> lastDesired(guest, host).equals("null"));
        long generation = guest.desiredGeneration();
        host.shows(Instant.now(), seen(guest, generation, ThingState.RUNNING));
        Eventually.holds("it is to be absent", () -> lastDesired(guest, host).contains("\"present\":false"));
        guest.reports(host, generation + 1, ThingState.ABSENT, true);
        Eventually.holds("it is forgotten", () -> lastDesired(guest, host).equals("null"));
        assertThat(guest.desiredGeneration()).isEqualTo(generation);
        assertThat(tombstones(guest, host)).containsExactly(generation, generation + 1);

        host.shows(Instant.now(), seen(guest, generation, ThingState.RUNNING));
        guest.reports(host, generation + 1, ThingState.ABSENT, true);
        Eventually.holds(
                "what its host says again ends the same",
                () -> tombstones(guest, host).size() == 3
                        && lastDesired(guest, host).equals("null"));
        assertThat(tombstones(guest, host)).endsWith(generation + 1, generation + 1);
        assertThat(guest.desiredGeneration()).isEqualTo(generation);
    }

    private static List<Long> tombstones(Guest guest, Host host) {
        return SQL
                .rows(
                        "select generation from outbox_event where aggregate_type = ? and aggregate_id = ? and payload is null"
                                + " order by id",
                        "host.desired." + host.id(),
                        "vm/" + guest.virtualMachine())
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("generation"))))
                .toList();
    }

    private static Observation seen(Guest guest, long generation, ThingState state) {
        return new Observation(
                DesiredVm.KIND, guest.virtualMachine(), generation, state, true, 0, 0, null, Instant.now());
    }

    private static String lastDesired(Guest guest, Host host) {
        return String.valueOf(SQL.value(
                "select payload from outbox_event where aggregate_type = ? and aggregate_id = ? order by id desc limit 1",
                "host.desired." + host.id(),
                "vm/" + guest.virtualMachine()));
    }
}
