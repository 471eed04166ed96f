package io.skyholm.network.place;

import io.skyholm.events.network.PlaceStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A site of a tenant, such as an office, and the subnet that serves it. */
@Entity
class Place implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    String name;

    @Nullable String description;

    @Nullable UUID subnetId;

    @Nullable String location;

    @Enumerated(EnumType.STRING)
    PlaceStatus status;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Place() {}

    Place(UUID tenantId, CreatePlace command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.subnetId = command.subnetId();
        this.location = command.location();
        this.status = PlaceStatus.ACTIVE;
        this.revision = revision;
    }

    void delete() {
        status = PlaceStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
