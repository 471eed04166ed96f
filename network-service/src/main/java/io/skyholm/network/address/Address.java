package io.skyholm.network.address;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.network.cidr.TextListColumn;
import io.skyholm.network.port.Port;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that was given at least once, or the range that it begins; the database makes it when it is claimed. */
@Entity
@Table(name = "ip_address")
public class Address implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    UUID subnetId;
    int family;

    @Nullable UUID ipPoolId;

    String ipAddress;

    @Enumerated(EnumType.STRING)
    AddressStatus status;

    @Enumerated(EnumType.STRING)
    AddressKind kind;

    boolean isPublic;

    @Nullable UUID instanceId;

    @Nullable UUID portId;

    @Nullable Long portGeneration;

    @Nullable String macAddress;

    @Nullable UUID userId;

    @Nullable Instant allocatedAt;

    @Nullable UUID allocatedBy;

    @Nullable Instant leaseExpiresAt;

    @Nullable Instant frozenUntil;

    /** The offer by which it goes to another tenant with its instance, while that is prepared; null at any other time. */
    @Nullable UUID transferId;

    boolean isRangeStart;
    int rangeSize;

    @Nullable String reverseName;

    @Convert(converter = TextListColumn.class)
    List<String> tags;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Address() {}

    public UUID id() {
        return id;
    }

    public String ipAddress() {
        return ipAddress;
    }

    public int family() {
        return family;
    }

    public UUID subnetId() {
        return subnetId;
    }

    public @Nullable UUID portId() {
        return portId;
    }

    /** Whether it is on that port, or on none where there is none. Before it was held, another port may have got it. */
    boolean isOn(Optional<Port> port) {
        return Objects.equals(portId, port.map(Port::id).orElse(null));
    }

    /** Whether it came with its port and goes with it. */
    public boolean isOfPort() {
        return kind == AddressKind.PORT;
    }

    /** Whether somebody has it, or it is kept for somebody. */
    boolean isHeld() {
        return status == AddressStatus.ALLOCATED || status == AddressStatus.RESERVED;
    }

    /** Refuses what is not done with a port's own address, which stays and goes with the port. */
    void checkNotOfPort() {
        if (isOfPort()) {
            throw AddressProblems.ofPort();
        }
    }

    /** Refuses what is done with floating addresses only. */
    void checkFloating() {
        if (kind != AddressKind.FLOATING) {
            throw AddressProblems.notFloating();
        }
    }

    /** What is about to go to another tenant ends there. */
    boolean isExpired(Instant now) {
        return isHeld() && transferId == null && leaseExpiresAt != null && !leaseExpiresAt.isAfter(now);
    }

    /** It is about to go to another tenant, or is not any more. */
    void hold(@Nullable UUID transfer) {
        transferId = transfer;
    }

    void checkNotBeingTransferred() {
        if (transferId != null) {
            throw AddressProblems.isBeingTransferred();
        }
    }

    /** It is theirs from now on, on no port. */
    void give(UUID tenant, @Nullable UUID user) {
        tenantId = tenant;
        userId = user;
        transferId = null;
        detach();
    }

    void attach(UUID instance, UUID port, String mac) {
        status = AddressStatus.ALLOCATED;
        instanceId = instance;
        portId = port;
        macAddress = mac;
    }

    /** It stays its tenant's, on no port. */
    void detach() {
        status = AddressStatus.RESERVED;
        clearPort();
    }

    /** It is nobody's, and on a port until the host has shown that it reached that desired state. */
    void freezeOn(long desiredGeneration) {
        freeze();
        portGeneration = desiredGeneration;
        frozenUntil = null;
    }

    /** It is nobody's, on no port, and cools down. */
    void freezeFor(Duration coolDown, Instant now) {
        freeze();
        coolDown(coolDown, now);
    }

    /** It is proven to be on no port, and cools down from now on. */
    void coolDown(Duration coolDown, Instant now) {
        clearPort();
        frozenUntil = now.plus(coolDown).truncatedTo(MICROS);
    }

    private void freeze() {
        status = AddressStatus.FROZEN;
        instanceId = null;
        macAddress = null;
        userId = null;
        allocatedAt = null;
        allocatedBy = null;
        leaseExpiresAt = null;
        reverseName = null;
        tags = List.of();
    }

    /** Anybody may have it. */
    void thaw(@Nullable UUID ownerOfSubnet) {
        freeze();
        clearPort();
        status = AddressStatus.AVAILABLE;
        frozenUntil = null;
        isRangeStart = false;
        rangeSize = 1;
        tenantId = ownerOfSubnet;
    }

    private void clearPort() {
        instanceId = null;
        portId = null;
        portGeneration = null;
        macAddress = null;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
