package io.skyholm.identity.apikey;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the keys that were made with a key reach no further than that key, and live no longer. */
@Singleton
class KeysMadeWithKeys {

    /** Whoever has stolen a key may have made others with it, and others with those. */
    private static final String MADE_WITH = """
            with recursive made (id) as (
                select id from api_key where made_with = $1
                union
                select api_key.id from api_key join made on api_key.made_with = made.id)
            select id from made order by id""";

    private final Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys;

    KeysMadeWithKeys(ApiKeyStore store) {
        this.keys = store.keys();
    }

    Uni<Void> revoke(Call call, Work work, UUID id) {
        return each(call, work, id, key -> {
            key.revoke();
            return ApiKeyEvents.REVOKED;
        });
    }

    /** Those of which nothing would be left are revoked. */
    Uni<Void> narrow(Call call, Work work, ApiKeyView to) {
        KeyBounds bounds = KeyBounds.of(to);
        return each(call, work, to.id(), key -> {
            if (bounds.cover(key)) {
                return null;
            }
            if (bounds.narrow(key)) {
                return ApiKeyEvents.CHANGED;
            }
            key.revoke();
            return ApiKeyEvents.REVOKED;
        });
    }

    private Uni<Void> each(Call call, Work work, UUID id, Function<ApiKey, @Nullable EventType<ApiKeyFact>> change) {
        return work.values(UUID.class, MADE_WITH, id)
                .chain(made -> Sequentially.of(
                        made, other -> keys.required(work, other).chain(key -> save(call, work, key, change))))
                .replaceWithVoid();
    }

    private Uni<ApiKeyView> save(
            Call call, Work work, ApiKey key, Function<ApiKey, @Nullable EventType<ApiKeyFact>> change) {
        @Nullable EventType<ApiKeyFact> event = key.isActive ? change.apply(key) : null;
        return event == null ? Uni.createFrom().item(keys.view(key)) : keys.save(call, work, event, key);
    }
}
