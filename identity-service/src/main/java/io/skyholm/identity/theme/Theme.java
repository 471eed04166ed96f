package io.skyholm.identity.theme;

import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named set of colours, a tenant's or the platform's. */
@Entity
class Theme implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    String name;

    @Convert(converter = Colors.class)
    Map<String, String> colors;

    boolean isActive;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Theme() {}

    Theme(@Nullable UUID tenantId, CreateTheme command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.colors = command.colors();
        this.isActive = Boolean.TRUE.equals(command.isActive());
        this.revision = revision;
    }

    /** The platform's own active theme, which whoever has none falls back to. */
    boolean isLastResort() {
        return tenantId == null && isActive;
    }

    void delete() {
        if (isLastResort()) {
            throw ThemeProblems.lastResort();
        }
        isActive = false;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
