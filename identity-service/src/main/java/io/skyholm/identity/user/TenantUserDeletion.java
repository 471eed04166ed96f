package io.skyholm.identity.user;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.group.Memberships;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** The users of a tenant that is deleted: each is deleted as by a caller, and what is theirs goes as with any deleted user. */
@Singleton
class TenantUserDeletion implements DataHolder {

    private static final Set<String> THEIRS = Set.of(
            "app_user",
            "api_key",
            "ssh_key",
            "session",
            "login",
            "password_reset",
            "email_verification",
            "role_assignment",
            "user_group_member");

    private static final OwnedRows USERS = OwnedRows.of("app_user", """
                    tenant_id = $1 and (status <> 'DELETED' or not exists (select from data_deletion
                        where data_deletion.id = app_user.id and data_deletion.completed_at is not null))""").nowOnly("status <> 'DELETED'");

    private final UserStore store;
    private final Memberships memberships;
    private final ReconcileQueue queue;

    TenantUserDeletion(UserStore store, Memberships memberships, ReconcileQueue queue) {
        this.store = store;
        this.memberships = memberships;
        this.queue = queue;
    }

    @Override
    public Holding holding() {
        return new Holding(DataOwner.TENANT, RUNNING, "users", THEIRS);
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return USERS.each(work, tenant, id -> delete(work, id))
                .map(emptied -> emptied.waitingFor("what each of them has is deleted"));
    }

    private Uni<Boolean> delete(Work work, UUID id) {
        return UserStore.held(work, id).chain(found -> found.filter(user -> user.status != UserStatus.DELETED)
                .map(user -> delete(work, user).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> delete(Work work, User user) {
        user.delete(RealTime.now());
        user.directoryState = DirectoryState.PENDING;
        user.revision.deleted(null, work.now());
        queue.wake(work, UserReconciler.KIND, user.id);
        return memberships
                .endAllOf(work, user.id)
                .chain(() -> store.users().update(work, UserEvents.DELETED, user))
                .replaceWithVoid();
    }
}
