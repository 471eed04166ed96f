package io.skyholm.identity.theme;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named set of colours, a tenant's or the platform's; times are as exact as the database keeps them. */
@Entity
class Theme {

    @Id
    UUID id;

    long generation;

    @Nullable UUID tenantId;

    String name;

    @Convert(converter = Colors.class)
    Map<String, String> colors;

    boolean isActive;
    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Theme() {}

    Theme(UUID id, @Nullable UUID tenantId, CreateTheme command, UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.name = command.name();
        this.colors = command.colors();
        this.isActive = Boolean.TRUE.equals(command.isActive());
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** The platform's own active theme, which whoever has none falls back to. */
    boolean isLastResort() {
        return tenantId == null && isActive;
    }

    void delete(Instant now) {
        isActive = false;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
