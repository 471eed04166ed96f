package io.skyholm.deletion;

import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables that every service has. */
@Singleton
class RuntimeData implements DataPolicy {

    private static final String EXPIRES = "goes by itself within days";
    private static final String REFUSES = "ids and a status, by which calls are refused and older facts ignored";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.of(
                        "outbox_event", EXPIRES,
                        "idempotency_key", EXPIRES,
                        "ended_session", EXPIRES,
                        "known_tenant", REFUSES,
                        "known_user", REFUSES,
                        "known_role", REFUSES,
                        "known_api_key", REFUSES,
                        "known_access_grant", EXPIRES,
                        "data_deletion", "the proof itself");
            case USER ->
                Map.of(
                        "outbox_event", EXPIRES,
                        "idempotency_key", EXPIRES,
                        "known_user", "the last fact of a deleted user has replaced the name by one that says nothing",
                        "known_api_key", REFUSES);
        };
    }
}
