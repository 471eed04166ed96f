package io.skyholm.network.securitygroup;

import io.skyholm.events.network.SecurityRule;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The traffic that ports let through. */
@Entity
@Table(name = "security_group")
class SecurityGroup implements Revised {

    @Id
    UUID id;

    UUID tenantId;

    String name;

    @Nullable String description;

    boolean isDefault;

    @Convert(converter = RulesColumn.class)
    List<SecurityRule> rules;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected SecurityGroup() {}

    SecurityGroup(UUID tenantId, CreateSecurityGroup command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.isDefault = Boolean.TRUE.equals(command.isDefault());
        this.rules = command.rules();
        this.revision = revision;
    }

    void delete() {
        isDefault = false;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
