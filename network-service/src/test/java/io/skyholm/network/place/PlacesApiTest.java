package io.skyholm.network.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Places tie where a tenant is to a subnet. */
@QuarkusTest
class PlacesApiTest {

    private final Person owner = Person.fresh();

    @Test
    void placeHasASubnetOfItsOwnTenantThatServesNoOther() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID place = owner.made("/v1/places", Map.of("name", "Aachen", "subnetId", subnet, "location", "Markt 1"));
        owner.get("/v1/places/" + place).then().statusCode(200).body("status", equalTo("ACTIVE"));
        owner.post("/v1/places", Map.of("name", "Bonn", "subnetId", subnet))
                .then()
                .statusCode(409)
                .body("code", equalTo("SUBNET_HAS_A_PLACE"));
        owner.post("/v1/places", Map.of("name", "AACHEN")).then().statusCode(409);
        owner.post("/v1/places", Map.of("name", "Bonn", "subnetId", Fresh.subnet(Person.fresh(), "10.0.0.0/24")))
                .then()
                .statusCode(422)
                .body("errors.field", contains("subnetId"));
        owner.delete("/v1/subnets/" + subnet).then().statusCode(409);
        owner.request()
                .body("{\"subnetId\":null,\"status\":\"INACTIVE\"}")
                .patch("/v1/places/" + place)
                .then()
                .statusCode(200)
                .body("subnetId", nullValue());
        owner.get("/v1/places").then().body("items.id", contains(place.toString()));
        owner.delete("/v1/places/" + place).then().statusCode(200).body("status", equalTo("DELETED"));
        assertThat(Told.types(place))
                .containsExactly("network.place.created.v1", "network.place.changed.v1", "network.place.deleted.v1");
    }
}
