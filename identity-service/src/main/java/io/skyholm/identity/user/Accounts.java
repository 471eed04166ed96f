package io.skyholm.identity.user;

import io.skyholm.events.identity.UserEvents;
import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectoryConflict;
import io.skyholm.identity.keycloak.DirectorySession;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.identity.session.SessionRecords;
import io.skyholm.identity.session.SessionStarted;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with their own accounts by what was mailed to them: other rooms check that it was. */
@ApplicationScoped
public class Accounts {

    private static final String LAST_LOGIN = """
            update app_user set last_login_at = greatest(coalesce(last_login_at, $2), $2)
            where id = $1 and status <> 'DELETED'
            returning coalesce(tokens_not_before > $2, false)""";
    private static final String PROVED_BY_ANOTHER = """
            select 1 from app_user
            where lower(email) = lower($1) and status <> 'DELETED' and email_verified and id <> $2""";

    private final Users users;
    private final UserRoles roles;
    private final UserStore store;
    private final UserReconciler reconciler;
    private final ReconcileQueue queue;
    private final Directory directory;
    private final SessionRecords sessions;
    private final TenantTransaction transactions;
    private final PasswordSetup passwordSetup;

    Accounts(
            Users users,
            UserRoles roles,
            UserStore store,
            UserReconciler reconciler,
            ReconcileQueue queue,
            Directory directory,
            SessionRecords sessions,
            TenantTransaction transactions,
            PasswordSetup passwordSetup) {
        this.users = users;
        this.roles = roles;
        this.store = store;
        this.reconciler = reconciler;
        this.queue = queue;
        this.directory = directory;
        this.sessions = sessions;
        this.transactions = transactions;
        this.passwordSetup = passwordSetup;
    }

    /** Who has proved that the address is theirs. */
    public Uni<Optional<UserView>> ofAddress(String email) {
        return store.findByProvenEmail(email);
    }

    /** The user of that id. */
    public Uni<Optional<UserView>> find(TenantScope scope, UUID id) {
        return store.find(scope, id);
    }

    /** Fails with a problem if no credentials can be set now: better asked before anything is made. */
    public Uni<Void> directoryIsThere() {
        return directory.isThere().onFailure().transform(UserProblems::explainDirectory);
    }

    /** Adds somebody who has proved their address, in a transaction that somebody else began. */
    public Uni<Void> admit(Work work, UUID id, CreateUser command, UUID tenantId, @Nullable UUID by) {
        return roles.thatExist(work, tenantId, command.roles())
                .chain(names -> {
                    User user = new User(id, tenantId, command, store.users().created(by));
                    user.emailVerified = true;
                    user.hold(names);
                    return users.insert(work, user);
                })
                .onFailure()
                .transform(UserProblems::explain);
    }

    /**
     * Has a new user in the directory now rather than soon, with the password that they chose. If somebody still holds
     * their name or address there, the reconciler creates them later, and the missing user is what the password meets.
     */
    public Uni<Void> createInDirectoryNow(UUID id, NewPassword password) {
        return reconciler
                .step(id, Cause.platform())
                .onFailure(DirectoryConflict.class)
                .recoverWithNull()
                .chain(() -> directory.setPassword(id, password.text(), false))
                .onFailure()
                .transform(UserProblems::explainMissingPassword);
    }

    /** Gives a user a new password in the directory, and ends there what the old one began. */
    public Uni<Void> setPassword(UUID id, NewPassword password) {
        return directory
                .setPassword(id, password.text(), false)
                .chain(() -> directory.endSessions(id))
                .onFailure()
                .transform(UserProblems::explainDirectory);
    }

    /** Notes that a user has a new password: what the old one began is over. */
    public Uni<Void> passwordChanged(Work work, UUID id) {
        Instant now = RealTime.now();
        return UserStore.held(work, id).map(Optional::orElseThrow).chain(user -> {
            return tokensEnd(work, user, now).call(() -> sessions.allEnded(work, id, now));
        });
    }

    /** A user changed their password in the directory: what the old one began is over, but for where they did that. */
    public Uni<Void> passwordChangedInDirectory(Cause cause, PasswordChange change) {
        return directory
                .sessions(change.userId())
                .call(lasting ->
                        Sequentially.of(change.ending(lasting), id -> directory.endSession(change.userId(), id)))
                .chain(lasting -> transactions.change(cause, work -> spare(work, change, lasting)
                        .chain(() ->
                                Sequentially.of(change.ending(lasting), id -> sessions.ended(work, id, change.at())))
                        .chain(() -> note(work, change))));
    }

    /** Notes the session that lasts, or its login, should it be learnt later, would look like one that the old password let in. */
    private Uni<Void> spare(Work work, PasswordChange change, List<DirectorySession> lasting) {
        return lasting.stream()
                .filter(session -> session.id().equals(change.sessionId()))
                .findFirst()
                .map(session -> new SessionStarted(
                        session.id(), change.userId(), session.startedAt(), session.ipAddress(), null))
                .map(started -> sessions.started(work, started).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> note(Work work, PasswordChange change) {
        return UserStore.held(work, change.userId()).chain(found -> found.filter(change::isNewsFor)
                .map(user -> tokensEnd(work, user, change.at()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tokensEnd(Work work, User user, Instant at) {
        user.endTokens(at);
        user.revision.changed(user.id, work.now());
        return store.users()
                .update(work, UserEvents.PASSWORD_CHANGED, user)
                .chain(() -> passwordSetup.end(work, user.id));
    }

    /** A user removed a credential in the directory: whoever needs a second factor is asked for one again. */
    public Uni<Void> credentialRemoved(Work work, UUID id) {
        queue.wake(work, UserReconciler.KIND, id);
        return work.execute(UserReconciler.MARK_PENDING, id).replaceWithVoid();
    }

    /** Notes when a user logged in, and tells whether what was issued then is refused by now. */
    public Uni<Boolean> loggedIn(Work work, UUID id, Instant at) {
        return work.value(Boolean.class, LAST_LOGIN, id, ColumnReaders.parameter(at))
                .map(outdated -> outdated.orElse(false));
    }

    /**
     * Notes that an address is its user's, unless they have another by now, or somebody else has proved it before; tells whether
     * it is so.
     */
    public Uni<Boolean> addressProved(Work work, UUID id, String email) {
        return UserStore.held(work, id)
                .map(found -> found.filter(user -> !user.revision.isDeleted() && user.email.equalsIgnoreCase(email)))
                .chain(found -> found.map(user -> prove(work, user))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .onFailure()
                .transform(UserProblems::explain);
    }

    private Uni<Boolean> prove(Work work, User user) {
        return user.emailVerified
                ? Uni.createFrom().item(true)
                : work.exists(PROVED_BY_ANOTHER, user.email, user.id)
                        .chain(taken -> taken ? Uni.createFrom().item(false) : proved(work, user));
    }

    private Uni<Boolean> proved(Work work, User user) {
        user.emailVerified = true;
        user.directoryState = DirectoryState.PENDING;
        user.revision.changed(user.id, work.now());
        queue.wake(work, UserReconciler.KIND, user.id);
        return store.users().update(work, UserEvents.CHANGED, user).replaceWith(true);
    }
}
