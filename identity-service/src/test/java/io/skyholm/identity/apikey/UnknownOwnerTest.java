package io.skyholm.identity.apikey;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A key has an owner: somebody whom only their token knows gets none. */
@QuarkusTest
class UnknownOwnerTest {

    @Test
    void getsNoKey() {
        Person.fresh()
                .post("/v1/api-keys", Map.of("name", "Nightly", "permissions", List.of("TENANT:READ")))
                .then()
                .statusCode(409)
                .body("code", equalTo("USER_UNKNOWN"));
    }
}
