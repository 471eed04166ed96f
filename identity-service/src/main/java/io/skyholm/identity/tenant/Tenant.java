package io.skyholm.identity.tenant;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer of the platform, and what may be done with one; times are as exact as the database keeps them. */
@Entity
class Tenant {

    @Id
    UUID id;

    long generation;
    String name;

    @Nullable String description;

    @Enumerated(EnumType.STRING)
    TenantStatus status;

    @Nullable UUID adminUserId;

    @Nullable Integer vlanId;

    @Nullable QuotaConfig quotaConfig;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Tenant() {}

    Tenant(UUID id, String name, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.name = name;
        this.status = TenantStatus.ACTIVE;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return status == TenantStatus.DELETED;
    }

    void delete(Instant now) {
        status = TenantStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
