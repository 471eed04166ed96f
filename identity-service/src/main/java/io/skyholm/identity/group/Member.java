package io.skyholm.identity.group;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user is in a group, from when to when; times are as exact as the database keeps them. */
@Entity
@Table(name = "user_group_member")
class Member {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID groupId;
    UUID userId;
    Instant joinedAt;

    @Nullable UUID addedBy;

    @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Member() {}

    Member(UUID id, Group group, UUID userId, UUID addedBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = group.tenantId;
        this.groupId = group.id;
        this.userId = userId;
        this.joinedAt = now.truncatedTo(MICROS);
        this.addedBy = addedBy;
    }

    void remove(Instant now) {
        generation++;
        removedAt = now.truncatedTo(MICROS);
    }
}
