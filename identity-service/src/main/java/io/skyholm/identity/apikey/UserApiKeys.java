package io.skyholm.identity.apikey;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The API keys of a deleted user: they are revoked, and their rows stay because audit entries name them. */
@Singleton
class UserApiKeys implements DataHolder {

    private static final OwnedRows ACTIVE = OwnedRows.of("api_key", "user_id = $1 and is_active");

    private final ApiKeyPublisher publisher;

    UserApiKeys(ApiKeyPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Holding holding() {
        return Holding.ofUser(SECRETS, "API keys", "api_key");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID user) {
        return ACTIVE.each(work, user, id -> work.lock(ApiKey.class, id)
                .map(Optional::orElseThrow)
                .chain(key -> revoke(work, key))
                .replaceWith(true));
    }

    private Uni<Void> revoke(Work work, ApiKey key) {
        key.revoke();
        key.changed(work.now());
        publisher.publish(work, ApiKeyEvents.REVOKED, key);
        return work.update(key);
    }
}
