package io.skyholm.network.quota;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tenant makes as many rows of each kind as its quota allows. */
@QuarkusTest
class CountedRowsTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Person owner = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);

    @ParameterizedTest
    @EnumSource(names = {"PLACES", "VPCS", "SUBNETS", "ADDRESS_POOLS", "SECURITY_GROUPS", "ADDRESSES"})
    void tenantThatHasReachedItsQuotaMakesNoMoreUntilItIsRaised(CountedKind kind) {
        UUID vpc = kind == CountedKind.VPCS ? UUID.randomUUID() : Fresh.vpc(owner, "10.20.0.0/16");
        CountedRows.areLimited(owner.tenant(), kind, () -> make(kind, vpc, made.incrementAndGet()));
    }

    private Response make(CountedKind kind, UUID vpc, int number) {
        String name = "Number " + number;
        String block = "10.20.%d.0/24".formatted(number);
        return switch (kind) {
            case PLACES -> owner.post("/v1/places", Map.of("name", name));
            case VPCS -> owner.post("/v1/vpcs", Map.of("name", name, "cidrBlock", "10.21.0.0/16"));
            case SUBNETS -> owner.post("/v1/subnets", Map.of("vpcId", vpc, "name", name, "cidrBlock", block));
            case ADDRESS_POOLS ->
                owner.post("/v1/address-pools", Map.of("subnetId", Fresh.subnet(owner, vpc, block), "name", name));
            case SECURITY_GROUPS -> owner.post("/v1/security-groups", Map.of("name", name, "rules", List.of()));
            case ADDRESSES -> owner.post("/v1/addresses", Map.of("subnetId", Fresh.subnet(owner, vpc, block)));
            default -> throw new IllegalArgumentException(kind + " is made in another service");
        };
    }
}
