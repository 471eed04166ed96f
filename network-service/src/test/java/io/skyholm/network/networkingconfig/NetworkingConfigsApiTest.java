package io.skyholm.network.networkingconfig;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Documents have the form of their type, and of each type one is active. */
@QuarkusTest
class NetworkingConfigsApiTest {

    private static final String PATH = "/v1/networking-configs";

    @Test
    void activatedDocumentTakesThePlaceOfTheOther() {
        UUID one = ADMIN.made(PATH, ntp("one.example"));
        UUID other = ADMIN.made(PATH, ntp("other.example"));
        ADMIN.get(PATH + "/" + one).then().body("isActive", equalTo(false)).body("generation", equalTo(2));
        ADMIN.patch(PATH + "/" + one, Map.of("isActive", true, "config", Map.of("servers", List.of("192.0.2.1"))))
                .then()
                .statusCode(200)
                .body("config.servers[0]", equalTo("192.0.2.1"));
        ADMIN.get(PATH + "/" + other).then().body("isActive", equalTo(false));
        ADMIN.get(PATH + "?type=NTP").then().body("items.id", hasItem(one.toString()));
        Crowd.of(4, number -> ADMIN.post(PATH, ntp("crowd.example")).statusCode());
        assertThat(Sql.asSuperuser("network")
                        .number("select count(*) from networking_config where type = 'NTP' and is_active"))
                .isOne();
        ADMIN.delete(PATH + "/" + one).then().statusCode(200);
        ADMIN.delete(PATH + "/" + one).then().statusCode(404);
        Person.fresh().get(PATH).then().statusCode(403);
    }

    private static Map<String, Object> ntp(String server) {
        return Map.of("type", "NTP", "config", Map.of("servers", List.of(server)));
    }
}
