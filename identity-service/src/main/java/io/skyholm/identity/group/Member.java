package io.skyholm.identity.group;

import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user is in a group, from when to when. */
@Entity
@Table(name = "user_group_member")
class Member implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID groupId;
    UUID userId;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Member() {}

    Member(Group group, UUID userId, Revision revision) {
        this.id = Ids.next();
        this.tenantId = group.tenantId;
        this.groupId = group.id;
        this.userId = userId;
        this.revision = revision;
    }

    Instant joinedAt() {
        return revision.createdAt();
    }

    @Nullable UUID addedBy() {
        return revision.createdBy();
    }

    @Nullable Instant removedAt() {
        return revision.deletedAt();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
