package io.skyholm.identity.group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what with groups of their own tenant, and of another. */
@QuarkusTest
class GroupAccessTest {

    private UUID tenant;
    private UUID foreign;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        foreign = Fresh.tenant();
    }

    @Test
    void foreignTenantInAFilterFindsNothing() {
        Fresh.group(foreign);
        String own = Fresh.group(tenant).toString();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.get("/v1/groups?tenantId=" + foreign).then().statusCode(200).body("items", empty());
        owner.get("/v1/groups").then().body("items.id", contains(own));
    }
}
