package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;

/** A document that settles something for the whole network. */
@Entity
@Table(name = "networking_config")
class NetworkingConfig implements Revised {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    NetworkingConfigType type;

    @Convert(converter = ConfigColumn.class)
    Map<String, Object> config;

    boolean isActive;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected NetworkingConfig() {}

    NetworkingConfig(CreateNetworkingConfig command, Revision revision) {
        this.id = Ids.next();
        this.type = command.type();
        this.config = ConfigSchemas.checked(command.type(), command.config());
        this.isActive = !Boolean.FALSE.equals(command.isActive());
        this.revision = revision;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
