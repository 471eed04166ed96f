package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.events.network.SubnetStatus;
import io.skyholm.network.pool.PoolView;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether an address is given, and for how long. */
class ClaimTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Optional<PoolView> NONE = Optional.empty();

    @Test
    void openSubnetGivesAddressesWithAndWithoutAPool() {
        Claim claim = claim("ACTIVE", AddressKind.FLOATING, null);
        claim.checkOpen(NONE);
        claim.checkOpen(pool("ACTIVE", "{}"));
        assertThat(claim.subnet().status()).isEqualTo(SubnetStatus.ACTIVE);
    }

    @Test
    void subnetThatIsNotActiveGivesNothing() {
        Refused.by("SUBNET_CLOSED", () -> claim("DISABLED", AddressKind.FLOATING, null)
                .checkOpen(NONE));
    }

    @Test
    void poolThatIsNotActiveGivesNothing() {
        Refused.by(
                "SUBNET_CLOSED", () -> claim("ACTIVE", AddressKind.PORT, null).checkOpen(pool("MAINTENANCE", "{}")));
    }

    @Test
    void poolSettlesHowLongAFloatingAddressIsLent() {
        Claim claim = claim("ACTIVE", AddressKind.FLOATING, null);
        assertThat(claim.lease(pool("ACTIVE", "{\"leaseSeconds\": 3600}"), NOW)).isEqualTo(NOW.plusSeconds(3600));
        assertThat(claim.lease(pool("ACTIVE", "{}"), NOW)).isNull();
        assertThat(claim.lease(NONE, NOW)).isNull();
    }

    @Test
    void leaseThatIsNamedGoesBeforeThePools() {
        Claim claim = claim("ACTIVE", AddressKind.FLOATING, NOW.plusSeconds(5));
        assertThat(claim.lease(pool("ACTIVE", "{\"leaseSeconds\": 3600}"), NOW)).isEqualTo(NOW.plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(
            value = AddressKind.class,
            names = {"PORT", "RESERVATION"})
    void whatIsNotFloatingIsLentByNoPool(AddressKind kind) {
        assertThat(claim("ACTIVE", kind, null).lease(pool("ACTIVE", "{\"leaseSeconds\": 3600}"), NOW))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"PORT, ALLOCATED", "FLOATING, RESERVED", "RESERVATION, RESERVED"})
    void onlyAPortUsesItsAddressAtOnce(AddressKind kind, AddressStatus status) {
        assertThat(claim("ACTIVE", kind, null).holder().status()).isEqualTo(status);
    }

    private static Claim claim(String status, AddressKind kind, @Nullable Instant until) {
        SubnetView subnet = EventJson.read("""
                {"generation": 1, "cidrBlock": "10.0.0.0/24", "gateway": "10.0.0.1", "isPublic": false,
                 "autoAssignIp": true, "status": "%s"}""".formatted(status), SubnetView.class);
        Claim.Holder holder = Claim.Holder.person(kind, null, UUID.randomUUID());
        return new Claim(null, subnet, 4, null, holder, until, List.of());
    }

    private static Optional<PoolView> pool(String status, String config) {
        return Optional.of(EventJson.read(
                "{\"generation\": 1, \"status\": \"%s\", \"ipPoolConfig\": %s}".formatted(status, config),
                PoolView.class));
    }
}
