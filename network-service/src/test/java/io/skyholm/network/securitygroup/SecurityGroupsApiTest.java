package io.skyholm.network.securitygroup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Security groups are a tenant's own. */
@QuarkusTest
class SecurityGroupsApiTest {

    private static final String PATH = "/v1/security-groups";

    private final Person owner = Person.fresh();

    @Test
    void groupKeepsItsRulesAndOneIsTheDefault() {
        Map<String, Object> rule =
                Map.of("direction", "INGRESS", "protocol", "TCP", "firstPort", 22, "peer", "10.0.0.0/8");
        UUID group = owner.made(PATH, Map.of("name", "Web", "isDefault", true, "rules", List.of(rule)));
        owner.get(PATH + "/" + group).then().body("rules", hasSize(1)).body("rules[0].lastPort", equalTo(22));
        owner.post(PATH, Map.of("name", "web", "rules", List.of())).then().statusCode(409);
        owner.post(PATH, Map.of("name", "Db", "isDefault", true, "rules", List.of()))
                .then()
                .statusCode(409)
                .body("code", equalTo("SECURITY_GROUP_DEFAULT"));
        owner.get(PATH).then().body("items.id", contains(group.toString()));
        Person.fresh().get(PATH + "/" + group).then().statusCode(404);
        owner.delete(PATH + "/" + group).then().statusCode(200);
        owner.get(PATH).then().body("items", hasSize(0));
    }
}
