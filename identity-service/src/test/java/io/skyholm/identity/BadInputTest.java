package io.skyholm.identity;

import static io.skyholm.identity.Person.ADMIN;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.BadInput;
import io.skyholm.runtime.testing.Examples;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever nobody should send is refused, naming the field, and changes nothing. */
@QuarkusTest
class BadInputTest {

    @TestFactory
    Stream<DynamicTest> isRefused() {
        UUID empty = Fresh.tenant();
        UUID tenant = Fresh.tenant();
        UUID user = Fresh.user(tenant);
        Examples examples = new Examples()
                .example("POST /v1/tenants", Map.of("name", Fresh.name()))
                .example("PATCH /v1/tenants/{id}", Map.of("description", "Other"))
                .path("/v1/tenants/{id}", () -> "/v1/tenants/" + empty)
                .example("POST /v1/users", Fresh.userOf(tenant))
                .example("PATCH /v1/users/{id}", Map.of("firstName", "Ada"))
                .path("/v1/users/{id}", () -> "/v1/users/" + user)
                .example("PUT /v1/users/{id}/password", Map.of("password", "correct horse battery", "temporary", false))
                .path("/v1/users/{id}/password", () -> "/v1/users/" + user + "/password");
        return BadInput.of("identity", ADMIN.token(), examples).tests();
    }
}
