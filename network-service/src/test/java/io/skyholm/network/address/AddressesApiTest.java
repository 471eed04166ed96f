package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses are held, kept in ranges, lent for a time, moved between instances, and given back. */
@QuarkusTest
class AddressesApiTest {

    private static final String PATH = "/v1/addresses";

    private final Person owner = Person.fresh();

    @Test
    void floatingAddressIsHeldUntilItIsGivenBackAndCoolsDownBeforeOthersHaveIt() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/30");
        Response held = owner.post(PATH, Map.of("subnetId", subnet, "tags", List.of("web")));
        held.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("ipAddress", equalTo("10.0.0.2"))
                .body("status", equalTo("RESERVED"))
                .body("kind", equalTo("FLOATING"))
                .body("tags", contains("web"))
                .body("isRangeStart", equalTo(false))
                .body("rangeSize", equalTo(1));
        String path = PATH + "/" + held.path("id");
        owner.delete(path).then().statusCode(200).body("status", equalTo("FROZEN"));
        owner.post(PATH, Map.of("subnetId", subnet)).then().statusCode(507).body("code", equalTo("SUBNET_EXHAUSTED"));
        owner.delete(path).then().statusCode(409);
        Eventually.holds(
                "it can be given again",
                () -> owner.post(PATH, Map.of("subnetId", subnet)).statusCode() == 201);
        assertThat(Told.types(UUID.fromString(held.path("id"))))
                .containsExactly(
                        "network.address.reserved.v1",
                        "network.address.frozen.v1",
                        "network.address.released.v1",
                        "network.address.reserved.v1");
    }

    @Test
    void addressHasAReverseNameUntilItIsGivenBack() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/29");
        UUID address = owner.made(PATH, Map.of("subnetId", subnet));
        String path = PATH + "/" + address;
        owner.patch(path, Map.of("reverseName", "Mail.Acme.example"))
                .then()
                .statusCode(200)
                .body("reverseName", equalTo("mail.acme.example"));
        owner.patch(path, Map.of("tags", List.of("mail"))).then().body("reverseName", equalTo("mail.acme.example"));
        for (String bad : List.of("mail", "10.0.0.2", "-a.example", "a..example", "a_b.example", "a.example.", "")) {
            owner.patch(path, Map.of("reverseName", bad))
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("reverseName"));
        }
        Person.fresh().patch(path, Map.of("reverseName", "mine.example")).then().statusCode(404);
        owner.delete(path).then().statusCode(200).body("reverseName", nullValue());
        owner.patch(path, Map.of("reverseName", "late.example")).then().statusCode(409);
        Map<String, Object> range =
                Map.of("subnetId", subnet, "kind", "RESERVATION", "ipAddress", "10.0.0.4", "rangeSize", 2);
        owner.patch(PATH + "/" + owner.made(PATH, range), Map.of("reverseName", "two.example"))
                .then()
                .statusCode(422);
    }

    @Test
    void keptRangeIsGivenToNobodyUntilItIsGivenBack() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/28");
        Map<String, Object> range =
                Map.of("subnetId", subnet, "kind", "RESERVATION", "ipAddress", "10.0.0.3", "rangeSize", 10);
        UUID kept = owner.made(PATH, range);
        owner.get(PATH + "/" + kept)
                .then()
                .body("isRangeStart", equalTo(true))
                .body("rangeSize", equalTo(10))
                .body("status", equalTo("RESERVED"));
        owner.post(PATH, range).then().statusCode(409);
        owner.post(PATH, Map.of("subnetId", subnet, "ipAddress", "10.0.0.7"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ADDRESS_TAKEN"));
        assertThat(List.of(next(subnet), next(subnet), next(subnet)))
                .containsExactlyInAnyOrder("10.0.0.2", "10.0.0.13", "10.0.0.14");
        owner.post(PATH, Map.of("subnetId", subnet)).then().statusCode(507);
        owner.get("/v1/subnets/" + subnet + "/utilisation")
                .then()
                .statusCode(200)
                .body("blocks[0].total", equalTo(13))
                .body("blocks[0].reserved", equalTo(13))
                .body("blocks[0].available", equalTo(0));
        owner.delete(PATH + "/" + kept).then().statusCode(200).body("status", equalTo("AVAILABLE"));
        for (int one = 0; one < 10; one++) {
            next(subnet);
        }
        owner.post(PATH, Map.of("subnetId", subnet)).then().statusCode(507);
    }

    @Test
    void leaseEndsByItself() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID lent = owner.made(PATH, Map.of("subnetId", subnet, "leaseExpiresAt", end(3600)));
        owner.get(PATH + "/" + lent).then().body("status", equalTo("RESERVED"));
        TestClock.forward(Duration.ofHours(1));
        Eventually.holds(
                "the lease has ended",
                () -> owner.get(PATH + "/" + lent).<String>path("status").equals("AVAILABLE"));
        UUID kept = owner.made(PATH, Map.of("subnetId", subnet, "ipAddress", "10.0.0.9", "leaseExpiresAt", end(60)));
        owner.request()
                .body("{\"leaseExpiresAt\":null}")
                .patch(PATH + "/" + kept)
                .then()
                .statusCode(200)
                .body("leaseExpiresAt", nullValue());
        owner.patch(PATH + "/" + kept, Map.of("leaseExpiresAt", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(422);
    }

    @Test
    void poolSettlesHowAddressesAreGiven() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID pool = owner.made(
                "/v1/address-pools",
                Map.of("subnetId", subnet, "name", "Pool", "ipPoolConfig", Map.of("leaseSeconds", 3600)));
        owner.get("/v1/subnets/" + subnet).then().body("ipPoolId", equalTo(pool.toString()));
        Response held = owner.post(PATH, Map.of("subnetId", subnet));
        held.then().statusCode(201).body("ipPoolId", equalTo(pool.toString()));
        assertThat(held.<String>path("leaseExpiresAt")).isNotEmpty();
        owner.get("/v1/address-pools/" + pool + "/utilisation")
                .then()
                .statusCode(200)
                .body("blocks[0].reserved", equalTo(1));
        owner.post("/v1/address-pools", Map.of("subnetId", subnet, "name", "Other"))
                .then()
                .statusCode(409)
                .body("code", equalTo("SUBNET_HAS_A_POOL"));
        owner.patch("/v1/address-pools/" + pool, Map.of("status", "MAINTENANCE"))
                .then()
                .statusCode(200);
        owner.post(PATH, Map.of("subnetId", subnet)).then().statusCode(409).body("code", equalTo("SUBNET_CLOSED"));
        owner.get("/v1/address-pools").then().body("items.id", contains(pool.toString()));
        owner.delete("/v1/address-pools/" + pool).then().statusCode(200);
        owner.get("/v1/address-pools/" + pool).then().body("status", equalTo("DELETED"));
        owner.get("/v1/subnets/" + subnet).then().body("ipPoolId", nullValue());
    }

    @Test
    void addressOfEachFamilyIsGiven() {
        UUID vpc = owner.made("/v1/vpcs", Map.of("name", "Six", "cidrBlock", "fd07::/48"));
        UUID subnet = Fresh.subnet(owner, vpc, "fd07:0:0:1::/64");
        assertThat(next(subnet)).isEqualTo("fd07:0:0:1::2");
        owner.post(PATH, Map.of("subnetId", subnet, "ipAddress", "FD07:0:0:1:0:0:0:FF"))
                .then()
                .statusCode(201)
                .body("ipAddress", equalTo("fd07:0:0:1::ff"));
        owner.post(PATH, Map.of("subnetId", subnet, "ipVersion", 4)).then().statusCode(422);
    }

    private String next(UUID subnet) {
        return owner.post(PATH, Map.of("subnetId", subnet))
                .then()
                .statusCode(201)
                .extract()
                .path("ipAddress");
    }

    private static String end(int seconds) {
        return TestClock.now().plusSeconds(seconds).toString();
    }
}
