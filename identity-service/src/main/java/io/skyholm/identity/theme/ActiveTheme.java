package io.skyholm.identity.theme;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sees to it that of a tenant's themes, and of the platform's, one is active at most. */
@Singleton
class ActiveTheme {

    private static final String OWNER = "select tenant_id from theme where id = $1";
    private static final String OTHERS =
            "from Theme where isActive and revision.deletedAt is null and id <> :id and tenantId is not distinct from :tenant";

    private record Owner(@Nullable UUID tenantId) {}

    /** Lets nobody else change the themes beside this one until the transaction ends. */
    Uni<Void> besides(Work work, UUID id) {
        return work.find(Owner.class, OWNER, id)
                .invoke(found -> found.ifPresent(owner -> alone(work, owner.tenantId())))
                .replaceWithVoid();
    }

    private static void alone(Work work, @Nullable UUID owner) {
        work.lockName("the themes of " + owner);
    }

    /** Before a theme becomes active, the one that was is no longer. */
    Uni<Void> makeRoom(Work work, Theme theme, Function<Theme, Uni<Void>> deactivate) {
        if (!theme.isActive) {
            return Uni.createFrom().voidItem();
        }
        alone(work, theme.tenantId);
        return work.session()
                .createSelectionQuery(OTHERS, Theme.class)
                .setParameter("id", theme.id)
                .setParameter("tenant", theme.tenantId)
                .getSingleResultOrNull()
                .chain(other -> other == null ? Uni.createFrom().voidItem() : deactivate.apply(other));
    }
}
