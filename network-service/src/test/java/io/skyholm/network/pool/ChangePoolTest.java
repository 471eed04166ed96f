package io.skyholm.network.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.IpPoolConfig;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What of an address pool can change. */
class ChangePoolTest {

    private static final SubnetView SUBNET = EventJson.read("""
            {"generation": 1, "cidrBlock": "10.0.0.0/24", "gateway": "10.0.0.1", "isPublic": false,
             "autoAssignIp": true}""", SubnetView.class);

    @Test
    void poolThatSettlesNothingGivesAddressesAsEverywhere() {
        IpPool pool = pool("{\"name\": \"P\"}");
        assertThat(pool.ipPoolConfig).isEqualTo(IpPoolConfig.USUAL);
        assertThat(pool.status).isEqualTo(AddressPoolStatus.ACTIVE);
    }

    @Test
    void whatAPoolSettlesIsReplacedAsAWhole() {
        IpPool pool = pool("{\"name\": \"P\", \"ipPoolConfig\": {\"coolDownSeconds\": 0, \"leaseSeconds\": 60}}");
        change(pool, "{\"ipPoolConfig\": {\"leaseSeconds\": 90}}");
        assertThat(pool.ipPoolConfig).isEqualTo(new IpPoolConfig(null, 90));
        change(pool, "{\"name\": \"Q\"}");
        assertThat(pool.ipPoolConfig).isEqualTo(new IpPoolConfig(null, 90));
    }

    @Test
    void poolIsDeletedByDeleteAlone() {
        assertThatThrownBy(() -> change(pool("{\"name\": \"P\"}"), "{\"status\": \"DELETED\"}"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("status ");
    }

    private static IpPool pool(String json) {
        return new IpPool(SUBNET, null, RequestBody.read(json, CreatePool.class), Revision.first(null, Instant.EPOCH));
    }

    private static void change(IpPool pool, String json) {
        RequestBody.read(json, ChangePool.class).applyTo(pool);
    }
}
