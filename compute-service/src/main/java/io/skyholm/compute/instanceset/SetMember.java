package io.skyholm.compute.instanceset;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an instance is in a set, and what it is there; times are as exact as the database keeps them. */
@Entity
@Table(name = "instance_set_member")
class SetMember {

    private static final String USUAL_ROLE = "member";

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID setId;
    UUID instanceId;
    String role;
    Instant joinedAt;

    @Nullable UUID addedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected SetMember() {}

    SetMember(UUID id, InstanceSet set, AddSetMember command, UUID addedBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = set.tenantId;
        this.setId = set.id;
        this.instanceId = command.instanceId();
        this.role = command.role() == null ? USUAL_ROLE : command.role();
        this.joinedAt = now.truncatedTo(MICROS);
        this.addedBy = addedBy;
    }
}
