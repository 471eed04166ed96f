package io.skyholm.compute.stackscript;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What runs at an instance's first boot; a tenant's or the platform's. */
@Entity
class StackScript {

    @Id
    UUID id;

    long generation;

    @Nullable UUID tenantId;

    String name;

    @Nullable String externalId;

    @Convert(converter = ScriptDataColumn.class)
    ScriptData scriptData;

    @Nullable String description;

    boolean isActive;
    boolean isPublic;
    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected StackScript() {}

    StackScript(UUID id, @Nullable UUID tenantId, CreateStackScript command, UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.name = command.name();
        this.externalId = command.externalId();
        this.scriptData = command.scriptData();
        this.description = command.description();
        this.isActive = Patch.of(command.isActive(), true);
        this.isPublic = Patch.of(command.isPublic(), false);
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
    void changed(UUID by, Instant now) {
        generation++;
        updatedBy = by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
