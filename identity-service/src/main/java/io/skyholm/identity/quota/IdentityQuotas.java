package io.skyholm.identity.quota;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** What a tenant makes here is counted when it is inserted; what comes of logins and mail has limits there. */
@Singleton
class IdentityQuotas implements QuotaPolicy {

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "tenant", "the operator makes them; who registers makes one",
                "role_assignment", "at most one for each user and role, and one more for each group",
                "user_group_member", "at most one for each user and group at a time",
                "session", "comes of a login, of which Keycloak and the gateway let so many in; expires",
                "login",
                        "told of users of ours, whose failures the gateway limits; those of strangers are counted; expires",
                "password_reset", "comes with a mail, which has limits of its own; expires",
                "email_verification", "comes with a mail, which has limits of its own; expires",
                "registration", "comes with a mail, which has limits of its own; the tenant that comes of it has one",
                "access_grant", "operators ask, each for one at a time; so many are open at once; goes after a year",
                "service_deletion", "one row for each service");
    }
}
