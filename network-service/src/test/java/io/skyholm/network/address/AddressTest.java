package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has an address, from move to move. */
class AddressTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final UUID INSTANCE = UUID.randomUUID();
    private static final UUID PORT = UUID.randomUUID();

    private final Address address = address(AddressKind.FLOATING, AddressStatus.RESERVED);

    @Test
    void attachedAddressIsThePorts() {
        address.attach(INSTANCE, PORT, "02:00:00:00:00:01");
        assertThat(address.status).isEqualTo(AddressStatus.ALLOCATED);
        assertThat(address.instanceId).isEqualTo(INSTANCE);
        assertThat(address.portId()).isEqualTo(PORT);
        assertThat(address.macAddress).isEqualTo("02:00:00:00:00:01");
    }

    @Test
    void detachedAddressStaysItsTenantsOnNoPort() {
        address.attach(INSTANCE, PORT, "02:00:00:00:00:01");
        address.detach();
        assertThat(address.status).isEqualTo(AddressStatus.RESERVED);
        assertThat(address.instanceId).isNull();
        assertThat(address.portId()).isNull();
        assertThat(address.tags).containsExactly("web");
    }

    @Test
    void addressThatIsGivenBackOnAPortStaysThereUntilThatIsProvenGone() {
        address.attach(INSTANCE, PORT, "02:00:00:00:00:01");
        address.freezeOn(7);
        assertThat(address.status).isEqualTo(AddressStatus.FROZEN);
        assertThat(address.portId()).isEqualTo(PORT);
        assertThat(address.portGeneration).isEqualTo(7);
        assertThat(address.frozenUntil).isNull();
    }

    @Test
    void coolingDownBeginsWithTheProof() {
        address.attach(INSTANCE, PORT, "02:00:00:00:00:01");
        address.freezeOn(7);
        address.coolDown(Duration.ofSeconds(60), NOW);
        assertThat(address.portId()).isNull();
        assertThat(address.portGeneration).isNull();
        assertThat(address.frozenUntil).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void nothingOfItsHolderIsLeftOnAnAddressThatCoolsDown() {
        address.userId = UUID.randomUUID();
        address.leaseExpiresAt = NOW;
        address.freezeFor(Duration.ofSeconds(5), NOW);
        assertThat(address.frozenUntil).isEqualTo(NOW.plusSeconds(5));
        assertThat(address.userId).isNull();
        assertThat(address.leaseExpiresAt).isNull();
        assertThat(address.reverseName).isNull();
        assertThat(address.tags).isEmpty();
    }

    @Test
    void thawedAddressIsASingleOneOfTheSubnetsOwner() {
        UUID owner = UUID.randomUUID();
        address.isRangeStart = true;
        address.rangeSize = 10;
        address.freezeFor(Duration.ofSeconds(5), NOW);
        address.thaw(owner);
        assertThat(address.status).isEqualTo(AddressStatus.AVAILABLE);
        assertThat(address.frozenUntil).isNull();
        assertThat(address.isRangeStart).isFalse();
        assertThat(address.rangeSize).isEqualTo(1);
        assertThat(address.tenantId).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"ALLOCATED, true", "RESERVED, true", "FROZEN, false", "AVAILABLE, false"})
    void addressIsHeldWhileSomebodyHasItOrItIsKept(AddressStatus status, boolean held) {
        assertThat(address(AddressKind.FLOATING, status).isHeld()).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"RESERVED, -1, true", "RESERVED, 0, true", "RESERVED, 1, false", "FROZEN, -1, false"})
    void leaseOfWhatIsHeldEndsAtItsTime(AddressStatus status, long seconds, boolean expired) {
        Address lent = address(AddressKind.FLOATING, status);
        lent.leaseExpiresAt = NOW.plusSeconds(seconds);
        assertThat(lent.isExpired(NOW)).isEqualTo(expired);
    }

    @Test
    void addressWithoutALeaseNeverExpires() {
        assertThat(address.isExpired(NOW)).isFalse();
    }

    @Test
    void addressOfAPortGoesWithItsPortAlone() {
        Refused.by("ADDRESS_OF_PORT", address(AddressKind.PORT, AddressStatus.ALLOCATED)::checkNotOfPort);
        address.checkNotOfPort();
    }

    @ParameterizedTest
    @EnumSource(value = AddressKind.class, names = "FLOATING", mode = EnumSource.Mode.EXCLUDE)
    void onlyFloatingAddressesMove(AddressKind kind) {
        Refused.by("ADDRESS_NOT_FLOATING", address(kind, AddressStatus.RESERVED)::checkFloating);
    }

    private static Address address(AddressKind kind, AddressStatus status) {
        Address address = new Address();
        address.kind = kind;
        address.status = status;
        address.tags = List.of("web");
        address.rangeSize = 1;
        address.reverseName = "mail.acme.example";
        return address;
    }
}
