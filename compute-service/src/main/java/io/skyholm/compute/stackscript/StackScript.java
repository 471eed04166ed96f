package io.skyholm.compute.stackscript;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What runs at an instance's first boot; a tenant's or the platform's. */
@Entity
class StackScript implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    String name;

    @Nullable String externalId;

    @Convert(converter = ScriptDataColumn.class)
    ScriptData scriptData;

    @Nullable String description;

    boolean isActive;
    boolean isPublic;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected StackScript() {}

    /** Refuses a script that contradicts itself, and one that anybody but the platform makes public. */
    StackScript(Caller caller, @Nullable UUID tenantId, CreateStackScript command, Revision revision) {
        command.scriptData().check();
        StackScriptProblems.requirePlatformIfPublic(command.isPublic(), caller);
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.name = command.name();
        this.externalId = command.externalId();
        this.scriptData = command.scriptData();
        this.description = command.description();
        this.isActive = Patch.of(command.isActive(), true);
        this.isPublic = Patch.of(command.isPublic(), false);
        this.revision = revision;
    }

    /** What everybody may know of what it says: the names of its variables. */
    List<String> variables() {
        return scriptData.variables().stream().map(ScriptVariable::name).toList();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
