package io.skyholm.hosts.volume;

import io.skyholm.hosts.ThingOnHost;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A volume. */
@Entity
public class Volume {

    @Id
    UUID id;

    UUID poolId;
    int sizeGb;

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Volume() {}

    public Volume(UUID id, UUID poolId, int sizeGb) {
        this.id = id;
        this.poolId = poolId;
        this.sizeGb = sizeGb;
    }

    public ThingOnHost onHost() {
        return onHost;
    }
}
