package io.skyholm.network.networkingconfig;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.NetworkingConfigType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document that settles something for the whole network; times are as exact as the database keeps them. */
@Entity
@Table(name = "networking_config")
class NetworkingConfig {

    @Id
    UUID id;

    long generation;

    @Enumerated(EnumType.STRING)
    NetworkingConfigType type;

    @Convert(converter = ConfigColumn.class)
    Map<String, Object> config;

    boolean isActive;

    Instant createdAt;

    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected NetworkingConfig() {}

    NetworkingConfig(UUID id, CreateNetworkingConfig command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.type = command.type();
        this.config = Documents.checked(command.type(), command.config());
        this.isActive = !Boolean.FALSE.equals(command.isActive());
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        isActive = false;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
