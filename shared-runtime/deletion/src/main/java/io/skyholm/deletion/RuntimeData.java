package io.skyholm.deletion;

import static java.util.Map.entry;

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
                Map.ofEntries(
                        entry("outbox_event", EXPIRES),
                        entry("idempotency_key", EXPIRES),
                        entry("ended_session", EXPIRES),
                        entry("known_tenant", REFUSES),
                        entry("known_user", REFUSES),
                        entry("known_role", REFUSES),
                        entry("known_api_key", REFUSES),
                        entry("known_user_group", REFUSES),
                        entry("known_user_group_member", REFUSES),
                        entry("known_access_grant", EXPIRES),
                        entry("data_deletion", "the proof itself"));
            case USER ->
                Map.of(
                        "outbox_event", EXPIRES,
                        "idempotency_key", EXPIRES,
                        "known_user", "the last fact of a deleted user has replaced the name by one that says nothing",
                        "known_api_key", REFUSES,
                        "known_user_group_member", REFUSES);
        };
    }
}
