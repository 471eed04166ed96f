package io.skyholm.identity.user;

import static io.skyholm.deletion.DeletionStage.NAMES;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Replaces the name and address of a deleted user, whose row stays because audit entries and bills name its id. The last fact
 * tells it, so that topics and the tables of other services forget them too.
 */
@Singleton
class UserNames implements DataHolder {

    private final UserStore store;

    UserNames(UserStore store) {
        this.store = store;
    }

    @Override
    public Holding holding() {
        return Holding.ofUser(NAMES, "names", "app_user");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID id) {
        return UserStore.held(work, id).chain(found -> found.filter(user -> !user.isAnonymous())
                .map(user -> forget(work, user))
                .orElseGet(() -> Uni.createFrom().item(HoldingProgress.of(0, 0))));
    }

    private Uni<HoldingProgress> forget(Work work, User user) {
        user.anonymise();
        user.revision.changed(user.revision.updatedBy(), work.now());
        return store.users().update(work, UserEvents.DELETED, user).replaceWith(HoldingProgress.of(0, 1));
    }
}
