package io.skyholm.identity.role;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role of a tenant's own; its name is how users hold it, and stays. */
@Entity
class Role implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    String name;

    @Nullable String description;

    boolean isDefault;
    String[] permissions;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Role() {}

    Role(UUID tenantId, CreateRole command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.description = command.description();
        this.isDefault = Boolean.TRUE.equals(command.isDefault());
        this.permissions = PermissionNames.write(PermissionNames.parse(command.permissions()));
        this.revision = revision;
    }

    List<Permission> permissions() {
        return List.copyOf(PermissionNames.parse(List.of(permissions)));
    }

    /** What is built in is no entity: nobody changes it. */
    boolean isBuiltIn() {
        return false;
    }

    /** What somebody is given with it. */
    Grantable grantable() {
        return new Grantable(id, name, Set.copyOf(permissions()));
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
