package io.skyholm.identity.tenant;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer of the platform, and what may be done with one. */
@Entity
class Tenant implements Revised {

    @Id
    UUID id;

    String name;

    @Nullable String description;

    @Enumerated(EnumType.STRING)
    TenantStatus status;

    @Nullable UUID adminUserId;

    @Nullable Integer vlanId;

    @Nullable QuotaConfig quotaConfig;

    String[] recordedReads;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Tenant() {}

    Tenant(String name, Revision revision) {
        this.id = Ids.next();
        this.name = name;
        this.status = TenantStatus.ACTIVE;
        this.recordedReads = new String[0];
        this.revision = revision;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
