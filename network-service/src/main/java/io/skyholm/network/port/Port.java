package io.skyholm.network.port;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.host.WishGeneration;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an instance is plugged into a subnet: what its host was told last, and what it made of that. */
@Entity
public class Port {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID instanceId;
    UUID subnetId;
    int ordinal;
    String macAddress;

    @Nullable UUID computeMachineId;

    long wishGeneration;
    boolean isWished;
    boolean isStale;
    long seenGeneration;

    @Enumerated(EnumType.STRING)
    @Nullable ThingState seenState;

    Instant createdAt;
    Instant updatedAt;

    @Nullable Integer trafficAllowanceGb;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Port() {}

    /** One that no host knows yet. */
    public Port(PortPlace place, String macAddress, UUID host, Instant now) {
        this.id = place.id();
        this.generation = 1;
        this.tenantId = place.tenantId();
        this.instanceId = place.instanceId();
        this.subnetId = place.subnetId();
        this.ordinal = place.ordinal();
        this.macAddress = macAddress;
        this.computeMachineId = host;
        this.isStale = true;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID instanceId() {
        return instanceId;
    }

    public UUID subnetId() {
        return subnetId;
    }

    public int ordinal() {
        return ordinal;
    }

    public String macAddress() {
        return macAddress;
    }

    /** Where it is set up, or was last. */
    public @Nullable UUID host() {
        return computeMachineId;
    }

    public long wishGeneration() {
        return wishGeneration;
    }

    /** Whether its host shall have it. */
    public boolean isWished() {
        return isWished;
    }

    /** Whether its host was told something that is no longer so. */
    public boolean isStale() {
        return isStale;
    }

    /** Whether its host has shown that it is not there, or never heard of it. */
    public boolean isProvenGone() {
        return !isWished
                && (wishGeneration == 0 || (seenState == ThingState.ABSENT && seenGeneration >= wishGeneration));
    }

    /** Whether its host has shown that it made that wish, or a newer one, true; one that is gone has nothing. */
    public boolean hasSeen(long wish) {
        return deletedAt != null || seenGeneration >= wish;
    }

    /** The host is told to have it, as it is now. */
    public void wish() {
        wishGeneration = nextWish();
        isWished = true;
        isStale = false;
    }

    /** The host is told not to have it. */
    public void wishAway() {
        wishGeneration = nextWish();
        isWished = false;
        isStale = false;
    }

    /** It goes to another host, which has seen nothing of it. */
    public void move(UUID host, Instant now) {
        // Its next wish is the first on another host.
        wishGeneration = WishGeneration.ofOrphan(wishGeneration);
        computeMachineId = host;
        seenGeneration = 0;
        seenState = null;
        isStale = true;
        changed(now);
    }

    /** Nothing of it is left. */
    public void end(Instant now) {
        isWished = false;
        isStale = false;
        deletedAt = now.truncatedTo(MICROS);
        changed(now);
    }

    private long nextWish() {
        return WishGeneration.next(wishGeneration);
    }

    void changed(Instant now) {
        generation++;
        updatedAt = now.truncatedTo(MICROS);
    }

    boolean isDeleted() {
        return deletedAt != null;
    }
}
