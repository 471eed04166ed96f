package io.skyholm.network.port;

import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an instance is plugged into a subnet. */
@Entity
public class Port implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID instanceId;
    UUID subnetId;
    int ordinal;
    String macAddress;

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    boolean isStale;

    @Nullable Integer trafficAllowanceGb;

    Revision revision;

    /** The security groups that guard it, which are kept in a table of their own; whoever publishes it finds them. */
    @Transient
    List<UUID> securityGroupIds = List.of();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Port() {}

    /** One that no host knows yet. */
    public Port(PortPlace place, String macAddress, UUID host, Instant now) {
        this.id = place.id();
        this.tenantId = place.tenantId();
        this.instanceId = place.instanceId();
        this.subnetId = place.subnetId();
        this.ordinal = place.ordinal();
        this.macAddress = macAddress;
        this.onHost.assign(host);
        this.isStale = true;
        this.revision = Revision.first(null, now);
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
        return onHost.host();
    }

    /** What its host was told, and has reported. */
    public ThingOnHost onHost() {
        return onHost;
    }

    public long desiredGeneration() {
        return onHost.desiredGeneration();
    }

    /** Whether its host was told to have it. */
    public boolean isDesired() {
        return onHost.isDesired();
    }

    /** Whether its host was told something that is no longer so. */
    public boolean isStale() {
        return isStale;
    }

    /** What its host was told is no longer so. */
    void becomesStale() {
        isStale = true;
    }

    /** Whether its host has shown that it did what it was told with this generation, or newer; one that is gone has nothing. */
    public boolean hasSettled(long generation) {
        return revision.isDeleted() || onHost.hasSettled(generation);
    }

    /** Its host is told to have it as it is now, or not to have it. */
    public void tell(boolean present) {
        onHost.tell(Objects.requireNonNull(host(), "a port is on a host"), present);
        isStale = false;
    }

    /** It goes to another host. */
    public void move(UUID host, Instant now) {
        onHost.assign(host);
        isStale = true;
        revision.changed(null, now);
    }

    /** Nothing of it is left. */
    public void end(Instant now) {
        onHost.end();
        isStale = false;
        revision.deleted(null, now);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
