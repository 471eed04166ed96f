package io.skyholm.network.local;

import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.compute.DataCenterEvents;
import io.skyholm.events.compute.DataCenterFact;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The data centre of a platform on one machine has a default subnet as soon as it is known. */
@QuarkusTest
class LocalNetworkTest {

    private static final Sql SQL = Sql.asSuperuser("network");

    @Test
    void instanceFindsAnAddressThereWithoutAnybodysDoing() {
        UUID center = UUID.randomUUID();
        tell(center, 1);
        tell(center, 2);
        Eventually.holds("there is a default subnet", () -> subnets(center) == 1);
        Instance instance = Instance.of(UUID.randomUUID(), center);
        instance.placed(Host.in(center));
        assertThat(instance.hears(READY).ports().getFirst().addresses().getFirst())
                .startsWith("10.64.");
        assertThat(subnets(center)).isOne();
    }

    @Test
    void vpcIsCalledLocalOrHasTheEndOfItsDataCentersIdBehindIt() {
        UUID center = UUID.randomUUID();
        tell(UUID.randomUUID(), 1);
        tell(center, 1);
        Eventually.holds("there is a default subnet", () -> subnets(center) == 1);
        Object name = SQL.value("select name from vpc where edge_data_center_id = ?", center);
        assertThat(name).isIn("local", "local " + center.toString().substring(30));
        assertThat(SQL.number("select count(*) from vpc where tenant_id is null and name = 'local'"))
                .isOne();
    }

    @Test
    void instanceThatIsHeardOfBeforeItsDataCentreWaitsForTheNetworkThatIsMadeThere() {
        UUID center = UUID.randomUUID();
        Instance instance = Instance.of(UUID.randomUUID(), center);
        instance.placed(Host.in(center));
        assertThat(instance.hears(WAITING).reason()).contains("not known yet");
        tell(center, 1);
        assertThat(instance.hears(READY).ports()).hasSize(1);
    }

    private static long subnets(UUID center) {
        return SQL.number("""
                select count(*) from subnet join vpc on vpc.id = subnet.vpc_id
                where vpc.edge_data_center_id = ? and subnet.is_public and subnet.tenant_id is null""", center);
    }

    private static void tell(UUID center, long generation) {
        Broker.tell(
                DataCenterEvents.CREATED,
                new DataCenterFact(
                        center,
                        generation,
                        "local",
                        null,
                        null,
                        DataCenterStatus.ACTIVE,
                        null,
                        null,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null));
    }
}
