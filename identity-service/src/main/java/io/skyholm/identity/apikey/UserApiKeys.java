package io.skyholm.identity.apikey;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The API keys of a deleted user: they are revoked, and their rows stay because audit entries name them. */
@Startup
@Singleton
class UserApiKeys implements DataHolder {

    private static final OwnedRows ACTIVE = OwnedRows.of("api_key", "user_id = $1 and is_active");

    private final Facts<ApiKey, ApiKeyFact> facts;

    UserApiKeys(Aggregates aggregates) {
        this.facts = aggregates.facts(ApiKey.class, ApiKeyView.class, ApiKeyEvents.TYPES);
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
        key.revision.changed(null, work.now());
        facts.publish(work, ApiKeyEvents.REVOKED, key);
        return work.update(key);
    }
}
