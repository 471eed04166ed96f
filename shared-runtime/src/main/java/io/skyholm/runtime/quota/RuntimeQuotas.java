package io.skyholm.runtime.quota;

import jakarta.inject.Singleton;
import java.util.Map;

/** The tables that every service has. */
@Singleton
class RuntimeQuotas implements QuotaPolicy {

    private static final String REPLICA = "one row for each that identity has, where it counts";

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "known_tenant", REPLICA,
                "known_user", REPLICA,
                "known_role", REPLICA,
                "known_api_key", REPLICA,
                "known_user_group", REPLICA,
                "known_user_group_member", REPLICA,
                "known_access_grant", REPLICA,
                "ended_session", "comes of logins, and goes after two days",
                "idempotency_key", "one row for a call, of which the gateway lets so many in; goes after two days",
                "outbox_event", "one row for a change of what counts; goes after a week");
    }
}
