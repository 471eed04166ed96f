package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a VPC that is disabled nothing new is made, whoever asks, until it is active again. */
@QuarkusTest
class DisabledVpcTest {

    private final Person owner = Person.fresh();
    private UUID vpc = owner.tenant();
    private UUID subnet = owner.tenant();

    @BeforeEach
    void aDisabledVpc() {
        vpc = Fresh.vpc(owner, "10.1.0.0/16");
        subnet = Fresh.subnet(owner, vpc, "10.1.0.0/24");
        become("DISABLED");
    }

    @Test
    void subnetsAndAddressesAreRefused() {
        Map<String, Object> another = Map.of("vpcId", vpc, "name", "Another", "cidrBlock", "10.1.1.0/24");
        owner.post("/v1/subnets", another).then().statusCode(409).body("code", equalTo("VPC_DISABLED"));
        owner.post("/v1/addresses", Map.of("subnetId", subnet))
                .then()
                .statusCode(409)
                .body("code", equalTo("SUBNET_CLOSED"));
        become("ACTIVE");
        owner.made("/v1/subnets", another);
        owner.made("/v1/addresses", Map.of("subnetId", subnet));
    }

    @Test
    void instanceThatNamesASubnetOfItWaits() {
        UUID center = UUID.randomUUID();
        Host host = Host.in(center);
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host, new WantedNetwork(subnet, null, List.of()));
        assertThat(instance.hears(WAITING).reason()).contains("gives no addresses at present");
        assertThat(Sql.asSuperuser("network").number("select count(*) from port where instance_id = ?", instance.id()))
                .isZero();
        become("ACTIVE");
        instance.hears(READY);
    }

    private void become(String status) {
        owner.patch("/v1/vpcs/" + vpc, Map.of("status", status)).then().statusCode(200);
    }
}
