package io.skyholm.network.subnet;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** VPCs are divided into subnets that lie within them and never overlap. */
@QuarkusTest
class SubnetsApiTest {

    private final Person owner = Person.fresh();

    @Test
    void subnetHasItsFirstAddressAsGatewayUnlessItNamesOne() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        UUID first = Fresh.subnet(owner, vpc, "10.0.1.0/24");
        owner.get("/v1/subnets/" + first).then().body("gateway", equalTo("10.0.1.1"));
        owner.post("/v1/subnets", subnetOf(vpc, "10.0.2.0/24", "gateway", "10.0.2.254"))
                .then()
                .statusCode(201)
                .body("gateway", equalTo("10.0.2.254"));
        owner.post("/v1/subnets", subnetOf(vpc, "10.0.3.0/24", "gateway", "10.0.4.1"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("gateway"));
        owner.patch("/v1/subnets/" + first, Map.of("name", "Desks", "autoAssignIp", false))
                .then()
                .statusCode(200)
                .body("name", equalTo("Desks"));
        owner.get("/v1/subnets?vpcId=" + vpc).then().body("items.id", hasItem(first.toString()));
    }

    @Test
    void overlappingSubnetsAreRefusedNamingTheOther() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        Fresh.subnet(owner, vpc, "10.0.0.0/20");
        for (String block : List.of("10.0.0.0/20", "10.0.1.0/24", "10.0.0.0/16")) {
            owner.post("/v1/subnets", subnetOf(vpc, block, "name", "Bad"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("SUBNET_OVERLAPS"))
                    .body("detail", containsString("10.0.0.0/20"));
        }
        UUID elsewhere = Fresh.vpc(owner, "10.0.0.0/16");
        Fresh.subnet(owner, elsewhere, "10.0.0.0/20");
    }

    @Test
    void ofOverlappingSubnetsMadeAtOnceOneIsMade() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        List<Integer> answers = Crowd.of(
                5, number -> owner.post("/v1/subnets", subnetOf(vpc, "10.0.0.0/" + (18 + number), "name", "S" + number))
                        .statusCode());
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(4);
    }

    @Test
    void databaseHasTheLastWordOnOverlap() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        UUID subnet = Fresh.subnet(owner, vpc, "10.0.0.0/24");
        assertThat(Sql.asSuperuser("network").rows("""
                select conname as name from pg_constraint
                where conrelid = 'subnet'::regclass and contype = 'x'""")).hasSize(2);
        assertThatThrownBy(() -> Sql.asSuperuser("network").change("""
                        insert into subnet (id, generation, tenant_id, vpc_id, vni, name, cidr_block, gateway, is_public,
                            auto_assign_ip, status, created_at, updated_at)
                        select gen_random_uuid(), 1, tenant_id, vpc_id, vni, 'x', '10.0.0.128/25', '10.0.0.129', false,
                            false, 'ACTIVE', now(), now() from subnet where id = ?""", subnet)).hasMessageContaining("subnet_apart");
    }

    @Test
    void platformsPublicSubnetsAreSeenByAllAndDividedByThePlatformAlone() {
        UUID vpc = Fresh.vpc(ADMIN, "198.51.100.0/24");
        UUID open = ADMIN.made("/v1/subnets", subnetOf(vpc, "198.51.100.0/25", "isPublic", true));
        ADMIN.patch("/v1/subnets/" + open, Map.of("autoAssignIp", false)).then().statusCode(200);
        UUID closed = ADMIN.made("/v1/subnets", subnetOf(vpc, "198.51.100.128/25", "autoAssignIp", false));
        owner.get("/v1/subnets/" + open).then().statusCode(200);
        owner.get("/v1/subnets/" + closed).then().statusCode(404);
        owner.patch("/v1/subnets/" + open, Map.of("name", "ours")).then().statusCode(404);
        owner.post("/v1/subnets", subnetOf(vpc, "198.51.100.0/26", "name", "ours"))
                .then()
                .statusCode(422);
        owner.post("/v1/subnets", subnetOf(Fresh.vpc(owner, "10.0.0.0/16"), "10.0.0.0/24", "isPublic", true))
                .then()
                .statusCode(422)
                .body("errors.field", contains("isPublic"));
        owner.get("/v1/subnets?limit=500").then().body("items.id", not(hasItem(closed.toString())));
    }

    @Test
    void subnetInUseIsNotDeleted() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID address = owner.made("/v1/addresses", Map.of("subnetId", subnet));
        owner.delete("/v1/subnets/" + subnet).then().statusCode(409).body("code", equalTo("SUBNET_IN_USE"));
        owner.delete("/v1/addresses/" + address).then().statusCode(200);
        owner.delete("/v1/subnets/" + subnet).then().statusCode(200);
        owner.post("/v1/addresses", Map.of("subnetId", subnet)).then().statusCode(422);
    }

    /** Hosts are told of all of them with every port. */
    @Test
    void aVpcHasRoomForSoManySubnets() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        UUID subnet = Fresh.subnet(owner, vpc, "10.0.0.0/28");
        Sql.asSuperuser("network").change("""
                insert into subnet (id, generation, tenant_id, vpc_id, vni, name, cidr_block, gateway, is_public,
                    auto_assign_ip, status, created_at, updated_at)
                select gen_random_uuid(), 1, tenant_id, vpc_id, vni, 'x', '10.0.' || number || '.0/28',
                    '10.0.' || number || '.1', false, false, 'ACTIVE', now(), now()
                from subnet, generate_series(1, ?) as number where id = ?""", SubnetNeighbours.MOST_SUBNETS - 2, subnet);
        List<Integer> answers = Crowd.of(4, number -> owner.post(
                        "/v1/subnets", subnetOf(vpc, "10.0." + (210 + number) + ".0/28", "name", "S" + number))
                .statusCode());
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(3);
        owner.post("/v1/subnets", subnetOf(vpc, "10.0.250.0/28", "name", "More"))
                .then()
                .statusCode(409)
                .body("code", equalTo("VPC_FULL"))
                .body("detail", containsString("200 subnets"));
        owner.patch("/v1/subnets/" + subnet, Map.of("routes", routes(1))).then().statusCode(200);
        owner.delete("/v1/subnets/" + subnet).then().statusCode(200);
        owner.post("/v1/subnets", subnetOf(vpc, "10.0.250.0/28", "name", "More"))
                .then()
                .statusCode(201);
    }

    @Test
    void subnetsOfAVpcShareTheRoomForRoutes() {
        UUID vpc = Fresh.vpc(owner, "10.0.0.0/16");
        UUID first = Fresh.subnet(owner, vpc, "10.0.0.0/24");
        owner.patch("/v1/subnets/" + first, Map.of("routes", routes(50))).then().statusCode(200);
        UUID second = owner.made("/v1/subnets", subnetOf(vpc, "10.0.1.0/24", "routes", routes(50, "10.0.1.9")));
        owner.post("/v1/subnets", subnetOf(vpc, "10.0.2.0/24", "routes", routes(1, "10.0.2.9")))
                .then()
                .statusCode(422)
                .body("errors.field", contains("routes"))
                .body("errors.message", contains(containsString("100")));
        UUID third = Fresh.subnet(owner, vpc, "10.0.2.0/24");
        Map<String, Object> one = Map.of("routes", routes(1, "10.0.2.9"));
        owner.patch("/v1/subnets/" + third, one).then().statusCode(422).body("errors.field", contains("routes"));
        owner.patch("/v1/subnets/" + first, Map.of("routes", routes(50))).then().statusCode(200);
        owner.patch("/v1/subnets/" + second, Map.of("routes", routes(49, "10.0.1.9")))
                .then()
                .statusCode(200);
        owner.patch("/v1/subnets/" + third, one).then().statusCode(200);
    }

    private static List<Map<String, String>> routes(int count) {
        return routes(count, "10.0.0.9");
    }

    private static List<Map<String, String>> routes(int count, String nextHop) {
        return IntStream.range(0, count)
                .mapToObj(number -> Map.of("destination", "192.168." + number + ".0/24", "nextHop", nextHop))
                .toList();
    }

    private static Map<String, Object> subnetOf(UUID vpc, String block, String field, Object value) {
        return field.equals("name")
                ? Map.of("vpcId", vpc, "name", value, "cidrBlock", block)
                : Map.of("vpcId", vpc, "name", "Subnet " + block, "cidrBlock", block, field, value);
    }
}
