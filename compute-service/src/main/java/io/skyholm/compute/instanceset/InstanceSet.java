package io.skyholm.compute.instanceset;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instances that belong together. */
@Entity
@Table(name = "instance_set")
class InstanceSet implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID ownerId;
    String name;

    @Nullable String description;

    @Nullable UUID userGroupId;

    @Enumerated(EnumType.STRING)
    InstanceSetType setType;

    @Enumerated(EnumType.STRING)
    InstanceSetStatus status;

    String[] tags;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected InstanceSet() {}

    InstanceSet(UUID tenantId, UUID ownerId, CreateInstanceSet command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.ownerId = ownerId;
        this.name = command.name();
        this.description = command.description();
        this.userGroupId = command.userGroupId();
        this.setType = command.setType() == null ? InstanceSetType.CUSTOM : command.setType();
        this.status = InstanceSetStatus.ACTIVE;
        this.tags = command.tags() == null ? new String[0] : command.tags().toArray(String[]::new);
        this.revision = revision;
    }

    /** One that is archived takes no members and does nothing. */
    void requireActive() {
        if (status != InstanceSetStatus.ACTIVE) {
            throw InstanceSetProblems.archived();
        }
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
