package io.skyholm.identity.user;

import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectoryConflict;
import io.skyholm.identity.keycloak.DirectoryUnavailable;
import io.skyholm.identity.keycloak.DirectoryUser;
import io.skyholm.identity.keycloak.SecondFactor;
import io.skyholm.identity.session.SessionRecords;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Sees to it that the directory holds each user as they are here, and no longer when they are gone. */
@ApplicationScoped
class UserReconciler implements Reconciler {

    static final String KIND = "user";

    private static final String MARK_READY =
            "update app_user set directory_state = 'READY' where id = $1 and generation = $2";

    static final String MARK_PENDING = "update app_user set directory_state = 'PENDING' where id = $1";

    private static final Next UNTIL_IT_IS_BACK = Next.in(Duration.ofSeconds(2));
    private static final Next ONCE_THEY_GAVE_WAY = Next.in(Duration.ofMillis(100));

    private final UserStore store;
    private final Directory directory;
    private final TenantTransaction transactions;
    private final ReconcileQueue queue;
    private final SessionRecords sessions;
    private final SecondFactor secondFactor;

    UserReconciler(
            UserStore store,
            Directory directory,
            TenantTransaction transactions,
            ReconcileQueue queue,
            SessionRecords sessions,
            SecondFactor secondFactor) {
        this.store = store;
        this.directory = directory;
        this.transactions = transactions;
        this.queue = queue;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from app_user where directory_state = 'PENDING'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return store.find(TenantScope.PLATFORM, id).chain(found -> found.map(user -> createInDirectory(user, cause))
                .orElse(Uni.createFrom().item(Next.DONE)));
    }

    /** A user who changed meanwhile is not ready yet: the change has woken this row again. */
    private Uni<Next> createInDirectory(UserView user, Cause cause) {
        return inDirectory(user)
                .chain(() -> transactions.change(cause, work -> ready(work, user)))
                .map(marked -> marked == 1 ? Next.DONE : Next.NOW)
                .onFailure(DirectoryConflict.class)
                .recoverWithUni(taken -> giveWay(taken, cause))
                .onFailure(DirectoryUnavailable.class)
                .recoverWithItem(UNTIL_IT_IS_BACK);
    }

    private Uni<Integer> ready(Work work, UserView user) {
        Uni<Integer> marked = work.execute(MARK_READY, user.id(), user.generation());
        return user.status() == UserStatus.ACTIVE
                ? marked
                : marked.call(() -> sessions.allEnded(work, user.id(), RealTime.now()));
    }

    private Uni<Void> inDirectory(UserView user) {
        return switch (user.status()) {
            case DELETED -> directory.remove(user.id());
            case ACTIVE ->
                directory.put(entry(user, true)).chain(() -> directory.requireTotp(user.id(), needsSecondFactor(user)));
            case INACTIVE, LOCKED -> directory.put(entry(user, false)).chain(() -> directory.endSessions(user.id()));
        };
    }

    private boolean needsSecondFactor(UserView user) {
        return secondFactor.isDemandedOf(user.roles(), user.totpRequired());
    }

    /** Names and addresses are decided here: whoever has them there and not here gives them back. */
    private Uni<Next> giveWay(DirectoryConflict taken, Cause cause) {
        return Sequentially.of(taken.holders(), holder -> store.find(TenantScope.PLATFORM, holder)
                        .chain(found -> found.map(user -> givesWay(user, cause))
                                .orElseGet(() -> Uni.createFrom().failure(taken))))
                .replaceWith(ONCE_THEY_GAVE_WAY);
    }

    /** They are woken before and after, for they may be brought there at this very moment. */
    private Uni<Void> givesWay(UserView holder, Cause cause) {
        return holder.status() == UserStatus.DELETED
                ? directory.remove(holder.id())
                : wake(holder, cause)
                        .chain(() -> directory.clearAddress(holder.id()))
                        .chain(() -> wake(holder, cause));
    }

    private Uni<Void> wake(UserView user, Cause cause) {
        return transactions
                .change(cause, work -> {
                    queue.remind(work, KIND, user.id());
                    return work.execute(MARK_PENDING, user.id());
                })
                .replaceWithVoid();
    }

    /** The directory knows proven addresses only: what it holds of others keeps nobody from theirs, and opens no account. */
    private static String address(UserView user) {
        return user.emailVerified() ? user.email() : user.id() + "@unproved.invalid";
    }

    private static DirectoryUser entry(UserView user, boolean enabled) {
        return new DirectoryUser(
                user.id(),
                user.tenantId(),
                user.username(),
                address(user),
                user.emailVerified(),
                user.firstName(),
                user.lastName(),
                user.roles(),
                enabled);
    }
}
