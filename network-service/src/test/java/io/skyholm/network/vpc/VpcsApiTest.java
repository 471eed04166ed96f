package io.skyholm.network.vpc;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** VPCs are apart from each other, with tunnels and VLANs of their own. */
@QuarkusTest
class VpcsApiTest {

    private static final Sql SQL = Sql.asSuperuser("network");

    private final Person owner = Person.fresh();

    @Test
    void vpcHasATunnelOfItsOwnAndOverlapsWithOthersFreely() {
        UUID one = Fresh.vpc(owner, "10.0.0.0/16");
        UUID other = Fresh.vpc(Person.fresh(), "10.0.0.0/16");
        Response shown = owner.get("/v1/vpcs/" + one);
        shown.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("tenantId", equalTo(owner.tenant().toString()))
                .body("enableDns", equalTo(true));
        assertThat(shown.<Integer>path("vni"))
                .isNotEqualTo(ADMIN.get("/v1/vpcs/" + other).<Integer>path("vni"));
        assertThat(Told.types(one)).containsExactly("network.vpc.created.v1");
        owner.get("/v1/vpcs/" + other).then().statusCode(404);
        owner.get("/v1/vpcs?limit=500")
                .then()
                .body("items.id", hasItem(one.toString()))
                .body("items.id", not(hasItem(other.toString())));
    }

    @Test
    void vpcIsChangedAndDeletedWhenItIsEmpty() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        UUID subnet = Fresh.subnet(owner, vpc, "10.0.0.0/24");
        owner.patch("/v1/vpcs/" + vpc, Map.of("dnsServers", List.of("9.9.9.9"), "status", "DISABLED"))
                .then()
                .statusCode(200)
                .body("dnsServers", contains("9.9.9.9"))
                .body("status", equalTo("DISABLED"));
        owner.delete("/v1/vpcs/" + vpc).then().statusCode(409).body("code", equalTo("VPC_NOT_EMPTY"));
        owner.delete("/v1/subnets/" + subnet).then().statusCode(200).body("status", equalTo("DELETED"));
        owner.delete("/v1/vpcs/" + vpc).then().statusCode(200).body("status", equalTo("DELETED"));
        owner.delete("/v1/vpcs/" + vpc).then().statusCode(404);
    }

    @Test
    void vlansOfADataCenterAreNeverSharedAndAllottedWithinItsRange() {
        UUID center = center(2, 8);
        ADMIN.post("/v1/vpcs", vpcOf("one " + center, center, "vlanId", 7))
                .then()
                .statusCode(201);
        ADMIN.post("/v1/vpcs", vpcOf("two " + center, center, "vlanId", 7))
                .then()
                .statusCode(409)
                .body("code", equalTo("VLAN_TAKEN"));
        List<Integer> allotted =
                Crowd.of(6, number -> owner.post("/v1/vpcs", vpcOf("allotted " + number, center, "allotVlan", true))
                        .<Integer>path("vlanId"));
        assertThat(allotted).doesNotHaveDuplicates().doesNotContain(7).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 8);
        owner.post("/v1/vpcs", vpcOf("one more", center, "allotVlan", true))
                .then()
                .statusCode(507)
                .body("code", equalTo("VLANS_EXHAUSTED"));
        ADMIN.post("/v1/vpcs", vpcOf("beyond " + center, center, "vlanId", 9))
                .then()
                .statusCode(201);
    }

    @Test
    void tenantChoosesNoVlan() {
        UUID center = center(100, 199);
        owner.post("/v1/vpcs", vpcOf("named", center, "vlanId", 1)).then().statusCode(403);
        owner.post("/v1/vpcs", vpcOf("named", center, "vlanId", 150)).then().statusCode(403);
        UUID vpc = owner.made("/v1/vpcs", vpcOf("Office", center, "enableDns", true));
        owner.post("/v1/subnets", Map.of("vpcId", vpc, "name", "Desks", "cidrBlock", "10.0.1.0/24", "vlanId", 150))
                .then()
                .statusCode(403);
        owner.post("/v1/subnets", Map.of("vpcId", vpc, "name", "Desks", "cidrBlock", "10.0.1.0/24", "allotVlan", true))
                .then()
                .statusCode(201)
                .body("vlanId", equalTo(100));
    }

    @Test
    void dataCenterWithoutARangeGivesNoVlan() {
        owner.post("/v1/vpcs", vpcOf("allotted", center(), "allotVlan", true))
                .then()
                .statusCode(507)
                .body("code", equalTo("VLANS_EXHAUSTED"));
    }

    @Test
    void vlanAndDataCenterMustBeThere() {
        ADMIN.post("/v1/vpcs", Map.of("name", "nowhere " + owner.id(), "cidrBlock", "10.0.0.0/16", "vlanId", 9))
                .then()
                .statusCode(422);
        owner.post("/v1/vpcs", vpcOf("unknown", UUID.randomUUID(), "enableDns", false))
                .then()
                .statusCode(422)
                .body("errors.field", contains("edgeDataCenterId"));
    }

    private static UUID center(int start, int end) {
        UUID center = center();
        SQL.change(
                "update known_data_center set vlan_range_start = ?, vlan_range_end = ? where id = ?",
                start,
                end,
                center);
        return center;
    }

    private static UUID center() {
        UUID center = UUID.randomUUID();
        SQL.change("insert into known_data_center values (?, 1, ?, 'ACTIVE')", center, "c" + center);
        return center;
    }

    private static Map<String, Object> vpcOf(String name, UUID center, String field, Object value) {
        return Map.of("name", name, "cidrBlock", "10.0.0.0/16", "edgeDataCenterId", center, field, value);
    }
}
