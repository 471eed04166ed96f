package io.skyholm.network.vlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.network.Quotas;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A VLAN that is a tenant's own is nobody else's. Other tests allot low numbers: here they are all taken. */
@QuarkusTest
class TenantVlanTest {

    private static final Sql SQL = Sql.asSuperuser("network");

    private final Person owner = Person.fresh();
    private final Person other = Person.fresh();
    private UUID center;

    @BeforeEach
    void dataCenterWithoutLowNumbers() {
        center = UUID.randomUUID();
        SQL.change("insert into known_data_center values (?, 1, ?, 'ACTIVE')", center, "c" + center);
        SQL.change("insert into vlan select ?, low, ? from generate_series(2, 3999) low", center, UUID.randomUUID());
    }

    @Test
    void allotmentsPassOverAVlanUntilItIsNoTenantsOwn() {
        Quotas.vlan(owner.tenant(), 1, 4000);
        assertThat(Crowd.of(6, number -> allotted(number % 2 == 0 ? owner : other, number)))
                .containsExactlyInAnyOrder(4001, 4002, 4003, 4004, 4005, 4006);
        Quotas.vlan(owner.tenant(), 2, null);
        assertThat(allotted(other, 6)).isEqualTo(4000);
    }

    @Test
    void whoeverElseNamesItAtTheSameTimeIsRefused() {
        Quotas.vlan(owner.tenant(), 1, 4010);
        List<Integer> answers = Crowd.of(8, number -> (number < 6 ? other : owner)
                .post("/v1/vpcs", vpc("named " + number, "vlanId", 4010))
                .statusCode());
        assertThat(answers.subList(0, 6)).containsOnly(409);
        assertThat(answers.subList(6, 8)).containsExactlyInAnyOrder(201, 409);
        Person.ADMIN
                .post("/v1/vpcs", vpc("platform's " + center, "vlanId", 4010))
                .then()
                .statusCode(409)
                .body("code", equalTo("VLAN_TAKEN"));
        Quotas.vlan(owner.tenant(), 2, null);
    }

    @Test
    void subnetsTakeNoOtherTenantsVlanEither() {
        Quotas.vlan(owner.tenant(), 1, 4020);
        Map<String, Object> desks = Map.of("name", "Desks", "cidrBlock", "10.0.1.0/24", "vlanId", 4020);
        assertThat(subnet(other, desks)).isEqualTo(409);
        assertThat(subnet(owner, desks)).isEqualTo(201);
        Quotas.vlan(owner.tenant(), 2, null);
    }

    @Test
    void whoseAVlanIsNoOtherTenantSees() {
        Quotas.vlan(owner.tenant(), 1, 4030);
        String ids = "select count(*) from known_tenant_vlan where vlan_id = 4030";
        Sql service = Sql.asService("network");
        assertThat(service.ofTenant(owner.tenant()).number(ids)).isEqualTo(1);
        assertThat(service.ofTenant(other.tenant()).number(ids)).isZero();
        assertThat(service.number(ids)).isZero();
        Quotas.vlan(owner.tenant(), 2, null);
    }

    private int subnet(Person person, Map<String, Object> subnet) {
        UUID vpc = person.made("/v1/vpcs", vpc("VPC", "enableDns", true));
        Map<String, Object> body = new HashMap<>(subnet);
        body.put("vpcId", vpc);
        return person.post("/v1/subnets", body).statusCode();
    }

    private int allotted(Person person, int number) {
        return person.post("/v1/vpcs", vpc("allotted " + number, "allotVlan", true))
                .<Integer>path("vlanId");
    }

    private Map<String, Object> vpc(String name, String field, Object value) {
        return Map.of("name", name, "cidrBlock", "10.0.0.0/16", "edgeDataCenterId", center, field, value);
    }
}
