package io.skyholm.compute.drain;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Books;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Machines are emptied, and who stays is named. */
@QuarkusTest
class DrainTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @Test
    void instanceIsStoppedAndStartedElsewhereAndWhoStaysIsNamed() {
        UUID pool = Fresh.pool();
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        host.beats();
        Guest suspended = Guest.running(owner, tenant, pool, host);
        suspended.does("suspend");
        suspended.settles(host, ThingState.SUSPENDED);
        suspended.isSoon("SUSPENDED");
        ADMIN.get(host.path() + "/drain")
                .then()
                .statusCode(200)
                .body("remaining", equalTo(2))
                .body("blockers.reason", containsInAnyOrder("NO_PLACE", "SUSPENDED"));
        host.beats();
        ADMIN.post(host.path() + "/maintenance", Map.of("drain", true)).then().statusCode(200);
        Host other = Host.in(pool);
        drainsNow(host);
        guest.settles(host, ThingState.ABSENT);
        Eventually.holds("it is elsewhere", () -> {
            other.beats();
            return other.id().toString().equals(guest.shown().path("computeMachineId"));
        });
        guest.networkIs(InstanceNetworkStatus.READY, other.id());
        guest.settles(other, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        ADMIN.get(host.path() + "/drain")
                .then()
                .body("remaining", equalTo(1))
                .body("moved", equalTo(1))
                .body("blockers.reason", contains("SUSPENDED"));
        assertThat(suspended.status()).isEqualTo("SUSPENDED");
        Books.agree(pool);
    }

    private static void drainsNow(Host host) {
        Tasks.lookAgain("drain", host.id());
    }
}
