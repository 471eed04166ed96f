package io.skyholm.network.securitygroup;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.network.SecurityRule;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The traffic that ports let through; times are as exact as the database keeps them. */
@Entity
@Table(name = "security_group")
class SecurityGroup {

    @Id
    UUID id;

    long generation;

    UUID tenantId;

    String name;

    @Nullable String description;

    boolean isDefault;

    @Convert(converter = RulesColumn.class)
    List<SecurityRule> rules;

    Instant createdAt;

    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected SecurityGroup() {}

    SecurityGroup(UUID id, UUID tenantId, CreateSecurityGroup command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.isDefault = Boolean.TRUE.equals(command.isDefault());
        this.rules = command.rules();
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant now) {
        isDefault = false;
        deletedAt = now.truncatedTo(MICROS);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
