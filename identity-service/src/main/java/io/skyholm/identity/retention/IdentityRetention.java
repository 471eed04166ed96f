package io.skyholm.identity.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Attempts, secrets and mail go; people and what they may do stay. */
@Singleton
class IdentityRetention implements RetentionPolicy {

    private static final String NAMED = "audit entries and bills name it, also after it was deleted";
    private static final String OF_PEOPLE = "bounded by the people there are; what is taken away is deleted";

    @Override
    public List<Retention> expiring() {
        return List.of(
                Retention.of("session", "ended_at", ofDays(180)),
                Retention.of("login", "at", ofDays(365)),
                Retention.of("password_reset", "expires_at", ofDays(30)),
                // People who never came back.
                Retention.of("registration", "expires_at", ofDays(30)),
                Retention.of("email_verification", "expires_at", ofDays(30)),
                Retention.of("invitation", "expires_at", ofDays(180)),
                Retention.ofDeleted("ssh_key"),
                Retention.ofDeleted("theme"));
    }

    @Override
    public Map<String, String> exempt() {
        return Map.ofEntries(
                Map.entry("tenant", NAMED),
                Map.entry("app_user", NAMED),
                Map.entry("service_deletion", "proof that nothing is left: a few rows for each deleted tenant"),
                Map.entry("role", NAMED),
                Map.entry("user_group", NAMED),
                Map.entry("api_key", NAMED),
                Map.entry("role_assignment", OF_PEOPLE),
                Map.entry("user_group_member", "who was in a group, and when, decides about what was done then"),
                Map.entry("permission", "one row for each permission that there is"),
                Map.entry("login_reading", "one row"));
    }
}
