package io.skyholm.compute.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.compute.wallet.BillingTells;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs for a tenant stops while its wallet is not enough for it, and only that starts again. */
@QuarkusTest
class SuspensionTest {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String NOTED = "select count(*) from suspended_instance where tenant_id = ?";

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
    void whatRunsStopsAndStartsAgainInItsOrderAndWhatItsTenantStoppedStaysStopped() {
        Guest first = Guest.running(owner, tenant, pool, host);
        Guest second = Guest.running(owner, tenant, pool, host);
        Guest own = Guest.running(owner, tenant, pool, host);
        own.does("stop");
        own.settles(host, ThingState.STOPPED);
        own.isSoon("STOPPED");
        BillingTells.standing(tenant, 4, StandingStage.SUSPENDED, StandingReason.WALLET_EMPTY);
        stops(first);
        stops(second);
        own.owner()
                .request()
                .post(own.path() + "/start")
                .then()
                .statusCode(507)
                .body("code", equalTo("INSUFFICIENT_FUNDS"));
        BillingTells.standing(tenant, 3, StandingStage.ACTIVE);
        Tasks.lookAgain("suspension", tenant);
        assertThat(SQL.number(NOTED, tenant)).isEqualTo(2);
        BillingTells.standing(tenant, 5, StandingStage.ACTIVE);
        starts(first);
        starts(second);
        assertThat(own.status()).isEqualTo("STOPPED");
        assertThat(SQL.number(NOTED, tenant)).isZero();
        assertThat(SQL.number("""
                select count(*) from operation before join operation after on after.kind = 'START' and after.resource_id = ?
                where before.kind = 'START' and before.resource_id = ? and before.id < after.id""", second.id(), first.id())).isEqualTo(1);
    }

    @Test
    void whatStillStopsWhenTheWalletIsEnoughStartsAfterThat() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        BillingTells.standing(tenant, 1, StandingStage.SUSPENDED, StandingReason.STOP_LIMIT);
        guest.isSoon("STOPPING");
        BillingTells.standing(tenant, 2, StandingStage.WARNED, StandingReason.WARN_LIMIT);
        guest.settles(host, ThingState.STOPPED);
        Eventually.rows(1, "select count(*) from operation where resource_id = ? and kind = 'START'", guest.id());
        starts(guest);
    }

    @Test
    void whatIsDeletedWhileItIsStoppedDoesNotStartAgain() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        BillingTells.standing(tenant, 1, StandingStage.SUSPENDED, StandingReason.STOP_LIMIT);
        stops(guest);
        guest.goes();
        BillingTells.standing(tenant, 2, StandingStage.ACTIVE);
        Eventually.holds("it is forgotten", () -> SQL.number(NOTED, tenant) == 0);
        assertThat(guest.status()).isEqualTo("DELETING");
    }

    @Test
    void whatIsBeingCreatedIsStoppedToo() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        BillingTells.standing(tenant, 1, StandingStage.SUSPENDED, StandingReason.STOP_LIMIT);
        Eventually.holds("it is noted", () -> SQL.number(NOTED, tenant) == 1);
        guest.ended(guest.operation()).then().body("status", equalTo("CANCELLED"));
    }

    private void stops(Guest guest) {
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
    }

    private void starts(Guest guest) {
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
    }
}
