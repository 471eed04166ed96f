package io.skyholm.compute.quota;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tenant makes as many rows of each kind as its quota allows. */
@QuarkusTest
class CountedRowsTest {

    private final AtomicInteger made = new AtomicInteger(1);
    private final Person owner = Person.in(Fresh.known(UUID.randomUUID()), BuiltInRole.TENANT_ADMIN);

    @ParameterizedTest
    @EnumSource(names = {"TEMPLATES", "STACK_SCRIPTS", "INSTANCE_SETS"})
    void tenantThatHasReachedItsQuotaMakesNoMoreUntilItIsRaised(CountedKind kind) {
        CountedRows.areLimited(owner.tenant(), kind, () -> make(kind));
    }

    @Test
    void versionsOfATemplateCountWithTheFirst() {
        UUID template = owner.made("/v1/templates", Fresh.template(Fresh.name()));
        CountedRows.areFull(
                owner.tenant(),
                CountedKind.TEMPLATE_VERSIONS,
                () -> owner.post(
                        "/v1/templates/" + template + "/versions",
                        Map.of("versionNumber", "v" + made.incrementAndGet())));
    }

    private Response make(CountedKind kind) {
        String name = Fresh.name();
        return switch (kind) {
            case TEMPLATES -> owner.post("/v1/templates", Fresh.template(name));
            case STACK_SCRIPTS ->
                owner.post("/v1/stack-scripts", Map.of("name", name, "scriptData", Map.of("script", "echo hello")));
            case INSTANCE_SETS -> owner.post("/v1/instance-sets", Map.of("name", name));
            default -> throw new IllegalArgumentException(kind + " is made in another service");
        };
    }
}
