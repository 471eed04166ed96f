package io.skyholm.identity.login;

import io.skyholm.events.Actor;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import io.skyholm.events.identity.LoginEvents;
import io.skyholm.events.identity.LoginFact;
import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.identity.keycloak.DirectoryUnavailable;
import io.skyholm.identity.session.SessionRecords;
import io.skyholm.identity.session.SessionStarted;
import io.skyholm.identity.user.Accounts;
import io.skyholm.identity.user.PasswordChange;
import io.skyholm.runtime.inbox.ParkedEvent;
import io.skyholm.runtime.inbox.ParkedEvents;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down what the directory saw: each event once, with all that follows from it, in one transaction. */
@ApplicationScoped
class LoginRecords {

    private static final String INSERT = """
            insert into login (id, event_id, tenant_id, user_id, username, outcome, reason, ip_address, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (event_id) do nothing""";
    private static final String CONSUMER = "login";
    private static final String TOPIC = "keycloak.event";

    private static final Logger LOG = Logger.getLogger(LoginRecords.class);

    private final TenantTransaction transactions;
    private final EventUsers users;
    private final SessionRecords sessions;
    private final Accounts accounts;
    private final CredentialRecords credentials;
    private final Outbox outbox;
    private final ParkedEvents parked;
    private final StrangersLogins strangers;

    LoginRecords(
            TenantTransaction transactions,
            EventUsers users,
            SessionRecords sessions,
            Accounts accounts,
            CredentialRecords credentials,
            Outbox outbox,
            ParkedEvents parked,
            StrangersLogins strangers) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.accounts = accounts;
        this.credentials = credentials;
        this.outbox = outbox;
        this.parked = parked;
        this.strangers = strangers;
    }

    /** One that cannot be written down is set aside for somebody to decide, so that those behind it can. */
    Uni<Void> learn(DirectoryEvent event) {
        Cause cause = cause(event);
        Uni<Void> learning =
                switch (event.kind()) {
                    case LOGIN -> transactions.change(cause, work -> attempted(work, event));
                    case LOGIN_ERROR -> failed(cause, event);
                    case LOGOUT -> transactions.change(cause, work -> loggedOut(work, event));
                    case UPDATE_PASSWORD -> passwordChanged(cause, event);
                    case UPDATE_CREDENTIAL, REMOVE_CREDENTIAL ->
                        transactions.change(cause, work -> credentials.changed(work, event));
                };
        return learning.onFailure(
                        failure -> !(failure instanceof DirectoryUnavailable) && !DatabaseProblems.isAway(failure))
                .recoverWithUni(failure -> setAside(event, failure));
    }

    /** Counts failed attempts of whom the directory does not name; see {@link StrangersLogins}. */
    Uni<Void> count(List<DirectoryEvent> strangersFailures) {
        return strangers.count(strangersFailures);
    }

    private Uni<Void> passwordChanged(Cause cause, DirectoryEvent event) {
        UUID userId = event.userId();
        return userId == null
                ? Uni.createFrom().voidItem()
                : accounts.passwordChangedInDirectory(cause, new PasswordChange(userId, event.at(), event.sessionId()));
    }

    private Uni<Void> setAside(DirectoryEvent event, Throwable reason) {
        LOG.errorf(reason, "An event of the directory is set aside: %s", event.id());
        return parked.add(CONSUMER, new ParkedEvent(event.id(), TOPIC, Map.of(), EventJson.write(event)), reason);
    }

    private static Cause cause(DirectoryEvent event) {
        UUID userId = event.userId();
        Actor actor = new Actor(userId == null ? null : userId.toString(), event.ipAddress(), null);
        return new Cause(TenantScope.PLATFORM, actor, event.id());
    }

    /** Of whom the directory names, and who is nobody here, it is counted too. */
    private Uni<Void> failed(Cause cause, DirectoryEvent event) {
        return transactions
                .change(cause, work -> users.of(work, event)
                        .chain(found -> found.map(user -> write(work, event, LoginEvents.FAILED, fact(event, user))
                                        .replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false))))
                .chain(isTheirs -> isTheirs ? Uni.createFrom().voidItem() : strangers.count(List.of(event)));
    }

    private Uni<Void> attempted(Work work, DirectoryEvent event) {
        return users.of(work, event)
                .map(found ->
                        found.map(user -> fact(event, user)).orElseGet(() -> fact(event, null, event.strangersName())))
                .chain(fact -> write(work, event, LoginEvents.SUCCEEDED, fact))
                .chain(isNews ->
                        isNews ? loggedIn(work, event) : Uni.createFrom().voidItem());
    }

    /** Writes it down and tells it; false if it has been already. */
    private Uni<Boolean> write(Work work, DirectoryEvent event, EventType<LoginFact> type, LoginFact fact) {
        return insert(work, event, fact).map(inserted -> {
            if (inserted == 1) {
                outbox.publish(work, type, fact);
            }
            return inserted == 1;
        });
    }

    private static LoginFact fact(DirectoryEvent event, EventUsers.EventUser user) {
        return fact(event, user.tenantId(), user.username());
    }

    /**
     * Who is nobody here belongs to no tenant, and their id is not one of ours. By position and not by name: a login is no entity, and
     * this fact is made of what Keycloak said and of what is known of the user.
     */
    static LoginFact fact(DirectoryEvent event, @Nullable UUID tenantId, @Nullable String username) {
        return new LoginFact(
                Ids.next(),
                1,
                tenantId,
                tenantId == null ? null : event.userId(),
                username,
                event.error(),
                event.ipAddress(),
                event.at());
    }

    private static Uni<Integer> insert(Work work, DirectoryEvent event, LoginFact fact) {
        return work.execute(
                INSERT,
                fact.id(),
                event.id(),
                fact.tenantId(),
                fact.userId(),
                fact.username(),
                LoginOutcome.of(event).name(),
                fact.reason(),
                fact.ipAddress(),
                ColumnReaders.parameter(fact.at()));
    }

    /**
     * Whoever heard of the login too late could not end its session when all of the user's were ended. Of one that was known by then
     * the directory says whether it was ended or spared.
     */
    private Uni<Void> loggedIn(Work work, DirectoryEvent event) {
        UUID userId = event.userId();
        UUID sessionId = event.sessionId();
        if (userId == null || sessionId == null) {
            return Uni.createFrom().voidItem();
        }
        Instant at = event.at();
        SessionStarted started = new SessionStarted(sessionId, userId, at, event.ipAddress(), null);
        return accounts.loggedIn(work, userId, at).chain(outdated -> sessions.started(work, started)
                .chain(isNews -> outdated
                        ? outdated(work, event, userId, isNews)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> outdated(Work work, DirectoryEvent event, UUID userId, boolean isNews) {
        return isNews ? loggedOut(work, event) : sessions.lookSoon(work, userId).replaceWithVoid();
    }

    private Uni<Void> loggedOut(Work work, DirectoryEvent event) {
        UUID sessionId = event.sessionId();
        return sessionId == null ? Uni.createFrom().voidItem() : sessions.ended(work, sessionId, event.at());
    }
}
