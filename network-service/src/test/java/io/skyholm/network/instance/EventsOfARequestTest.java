package io.skyholm.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All that is told because of one request carries its correlation, though the work is done in many steps. */
@QuarkusTest
class EventsOfARequestTest {

    private static final Sql SQL = Sql.asSuperuser("network");
    private static final String TOLD = """
            select count(distinct aggregate_type) from outbox_event where correlation_id = ?
                and (tenant_id = ? or aggregate_type = ?)""";
    private static final String OTHERS = """
            select aggregate_type, type from outbox_event where correlation_id <> ? and (tenant_id = ? or aggregate_type = ?)
                and aggregate_type not in ('audit.call', 'network.vpc', 'network.subnet', 'network.security-group')""";

    @Test
    void portAddressAndHostOfAnInstanceBelongToTheRequestThatMadeIt() {
        Person owner = Person.fresh();
        UUID center = UUID.randomUUID();
        Host host = Host.in(center);
        Fresh.subnet(owner, "10.1.0.0/16");
        String correlation = UUID.randomUUID().toString();
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placedFor(correlation, host);
        InstancePort port = instance.hears(InstanceNetworkStatus.READY).ports().getFirst();
        host.saw(port.portId(), instance.desired(host, 1).generation(), ThingState.RUNNING);
        Eventually.rows(1, "select count(*) from port where id = ? and seen_state = 'RUNNING'", port.portId());
        String desired = "host.desired." + host.id();
        assertThat(SQL.number(TOLD, correlation, owner.tenant(), desired))
                .as("topics of network's ports, addresses and instances, and that of the host")
                .isEqualTo(4);
        assertThat(SQL.rows(OTHERS, correlation, owner.tenant(), desired)).isEmpty();
    }
}
