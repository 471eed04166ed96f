package io.skyholm.identity.deletion;

import static io.skyholm.deletion.DeletionStage.SECRETS;
import static io.skyholm.deletion.DeletionStage.TRACES;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DataPolicy;
import io.skyholm.deletion.Rows;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What identity keeps of tenants and users that are deleted, and which rows simply go. Logins and sessions are in audit. */
@Singleton
class IdentityData implements DataPolicy {

    @Override
    public List<DataHolder> deleted() {
        return List.of(
                Rows.ofTenant(SECRETS, "invitations", "invitation"),
                Rows.ofTenant(SECRETS, "registrations", "registration"),
                Rows.ofTenant(SECRETS, "access grants", "access_grant"),
                Rows.ofUser(SECRETS, "password resets", "password_reset", "user_id"),
                Rows.ofUser(SECRETS, "e-mail verifications", "email_verification", "user_id"),
                Rows.ofUser(TRACES, "invitations", "invitation", "user_id"),
                Rows.ofUser(TRACES, "registrations", "registration", "user_id"),
                Rows.ofUser(TRACES, "sessions", "session", "user_id"),
                Rows.ofUser(TRACES, "logins", "login", "user_id"),
                Rows.ofUser(TRACES, "role assignments", "role_assignment", "user_id"));
    }

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.of(
                        "tenant", "audit entries and bills name it; its status says that it is deleted",
                        "service_deletion", "what the services have told of the deletion");
            case USER ->
                Map.of(
                        "tenant", "an id, until somebody else answers for the tenant",
                        "access_grant", "the tenant sees for a year whom it let in, and who answered for it",
                        "user_group_member", "ids: who was in a group decides about what was done then");
        };
    }
}
