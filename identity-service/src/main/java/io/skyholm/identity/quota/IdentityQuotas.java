package io.skyholm.identity.quota;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.QuotaPolicy;
import io.skyholm.runtime.quota.RowQuota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What a tenant makes here counts; what comes of logins and mail has limits there. */
@Singleton
class IdentityQuotas implements QuotaPolicy {

    @Override
    public List<RowQuota> limited() {
        return List.of(
                new RowQuota(CountedKind.USERS, "app_user", "status <> 'DELETED'"),
                RowQuota.ofLiving(CountedKind.USER_GROUPS, "user_group"),
                RowQuota.ofLiving(CountedKind.ROLES, "role"),
                RowQuota.ofLiving(CountedKind.THEMES, "theme"),
                new RowQuota(
                        CountedKind.INVITATIONS, "invitation", "status = 'PENDING' and expires_at > calendar_now()"),
                new RowQuota(
                        CountedKind.API_KEYS,
                        "api_key",
                        "is_active and (expires_at is null or expires_at > calendar_now())"),
                RowQuota.ofLiving(CountedKind.SERVICE_ACCOUNTS, "service_account"),
                RowQuota.ofLiving(CountedKind.SSH_KEYS, "ssh_key"));
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "tenant", "the operator makes them; who registers makes one",
                "role_assignment", "at most one for each user and role",
                "user_group_member", "at most one for each user and group at a time",
                "session", "comes of a login, of which Keycloak and the gateway let so many in; expires",
                "login", "comes of a login, of which Keycloak and the gateway let so many in; expires",
                "password_reset", "comes with a mail, which has limits of its own; expires",
                "email_verification", "comes with a mail, which has limits of its own; expires",
                "registration", "comes with a mail, which has limits of its own; the tenant that comes of it has one",
                "service_deletion", "one row for each service");
    }
}
