package io.skyholm.identity.group;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.identity.tenant.CountsOfTenants;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of a tenant's users. */
@Entity
@Table(name = "user_group")
class Group implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    String name;

    @Nullable String description;

    @Nullable UUID parentGroupId;

    @Nullable QuotaConfig quotaConfig;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Group() {}

    Group(UUID tenantId, CreateGroup command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.parentGroupId = command.parentGroupId();
        this.quotaConfig = CountsOfTenants.refuseCounts(command.quotaConfig());
        this.revision = revision;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
