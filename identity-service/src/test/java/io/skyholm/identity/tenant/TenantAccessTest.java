package io.skyholm.identity.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with their own tenant, and with somebody else's. */
@QuarkusTest
class TenantAccessTest {

    @ParameterizedTest
    @CsvSource({"ADMIN, 200, 200", "OPERATOR, 200, 200", "TENANT_ADMIN, 200, 404", "USER, 200, 404"})
    void foreignTenantsAreHiddenFromCustomers(BuiltInRole role, int own, int foreign) {
        UUID tenant = Fresh.tenant();
        Person person = Person.in(tenant, role);
        person.get("/v1/tenants/" + tenant).then().statusCode(own);
        person.get("/v1/tenants/" + Fresh.tenant()).then().statusCode(foreign);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, true", "OPERATOR, true", "TENANT_ADMIN, false", "USER, false"})
    void customersListTheirOwnTenantOnly(BuiltInRole role, boolean seesOthers) {
        String own = Fresh.tenant().toString();
        String foreign = Fresh.tenant().toString();
        List<String> listed = Person.in(UUID.fromString(own), role)
                .get("/v1/tenants?limit=500")
                .jsonPath()
                .getList("items.id");
        assertThat(listed).contains(own);
        assertThat(listed.contains(foreign)).isEqualTo(seesOthers);
        assertThat(seesOthers || listed.size() == 1).isTrue();
    }
}
