package io.skyholm.storage.version;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Callers;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Whether whoever has bytes fetched for a version could still ask for it, with what they asked. */
@Singleton
class ImportRights {

    private static final Permission CHANGE_IMAGES = new Permission(ResourceType.IMAGE, Action.UPDATE);
    private static final String OF_PROJECT =
            "select 1 from image where id = $1 and owner_id in (select user_id from project_member)";

    private final Callers callers;
    private final TenantRead read;

    ImportRights(Callers callers, TenantRead read) {
        this.callers = callers;
        this.read = read;
    }

    /** Why not; empty if they could. */
    Uni<Optional<String>> refusal(ImportSource source, UUID sender) {
        return callers.held(sender, source.importKeyId(), CHANGE_IMAGES)
                .chain(held -> held.isLimited()
                        ? limited(source, held)
                        : Uni.createFrom().item(Optional.ofNullable(held.refusal())));
    }

    private Uni<Optional<String>> limited(ImportSource source, HeldRight held) {
        TenantScope project = new TenantScope(source.tenantId(), false, held.groups());
        return read.one(project, Statement.of(OF_PROJECT, source.imageId()), row -> true)
                .map(found -> found.isPresent()
                        ? Optional.<String>empty()
                        : Optional.of("Whoever asked for it may not change this image any more"));
    }
}
