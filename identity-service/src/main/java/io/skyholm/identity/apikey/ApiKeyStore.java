package io.skyholm.identity.apikey;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.record.Select;
import jakarta.inject.Singleton;

/** Finds keys, and writes them for all who change them. */
@Startup
@Singleton
class ApiKeyStore {

    private static final Select<ApiKeyView> KEYS = Select.of(ApiKeyView.class, "api_key")
            .with("key", "null::text")
            .with("permissions", "to_json(permissions)::text");

    private final Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys;

    ApiKeyStore(Aggregates aggregates) {
        this.keys = aggregates
                .of("API key", ApiKey.class, KEYS, ApiKeyEvents.TYPES)
                .counted(CountedKind.API_KEYS, "is_active and (expires_at is null or expires_at > calendar_now())");
    }

    Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys() {
        return keys;
    }
}
