package io.skyholm.identity.login;

import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds the users whom events of the directory name. */
@Singleton
class EventUsers {

    /** Held, so that nothing is written of somebody after all that was theirs has gone. */
    private static final String USER = """
            select tenant_id, username from app_user where id = $1 and status <> 'DELETED' for no key update""";

    /** A user as they are known here. */
    record EventUser(UUID tenantId, String username) {}

    /** Nobody if the event names none, or none who is known here and not deleted. */
    Uni<Optional<EventUser>> of(Work work, DirectoryEvent event) {
        return event.userId() == null
                ? Uni.createFrom().item(Optional.empty())
                : work.find(EventUser.class, USER, event.userId());
    }
}
