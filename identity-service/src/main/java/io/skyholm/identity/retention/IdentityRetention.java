package io.skyholm.identity.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Attempts, secrets and mail go; people and what they may do stay. */
@Singleton
class IdentityRetention implements RetentionPolicy {

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
                Retention.of("access_grant", "created_at", ofDays(365)),
                Retention.ofDeleted("ssh_key"),
                Retention.ofDeleted("theme"));
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .named("tenant", "app_user", "role", "user_group", "api_key", "service_account")
                .because("proof that nothing is left: a few rows for each deleted tenant", "service_deletion")
                .because("bounded by the people there are; what is taken away is deleted", "role_assignment")
                .because("who was in a group, and when, decides about what was done then", "user_group_member")
                .because("one row for each permission that there is", "permission")
                .because("one row for each stream", "login_reading")
                .because("goes when reading has passed it, half a minute later", "counted_login_failure")
                .toMap();
    }
}
