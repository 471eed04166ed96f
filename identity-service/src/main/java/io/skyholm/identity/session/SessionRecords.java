package io.skyholm.identity.session;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.SessionEvents;
import io.skyholm.events.identity.SessionFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes down what became of sessions, and tells it, in transactions that somebody else began. */
@Startup
@ApplicationScoped
public class SessionRecords {

    private static final String INSERT = """
            insert into session (id, generation, tenant_id, user_id, ip_address, user_agent, created_at, created_by,
                updated_at, updated_by, last_activity_at, expires_at, checked_at)
            values ($1, 1, $2, $3, $4, $5, $6, $3, $6, $3, $6, $7, $6) on conflict do nothing""";
    private static final String OPEN_OF_USER = "select id from session where user_id = $1 and ended_at is null";
    private static final String SOON = "update session set checked_at = null where user_id = $1 and ended_at is null";

    private final Facts<Session, SessionFact> facts;
    private final SessionUsers users;
    private final Duration longest;

    SessionRecords(
            Aggregates aggregates,
            SessionUsers users,
            @ConfigProperty(name = "skyholm.session.longest") Duration longest) {
        this.facts = aggregates.facts(Session.class, SessionView.class, SessionEvents.TYPES);
        this.users = users;
        this.longest = longest;
    }

    /** Notes a session, unless it is known already or its user is nobody here; tells whether that was news. */
    public Uni<Boolean> started(Work work, SessionStarted started) {
        return users.tenantOf(work, started.userId())
                .chain(found -> found.map(tenant -> insert(work, new Session(started, tenant, longest)))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> insert(Work work, Session session) {
        return work.execute(
                        INSERT,
                        session.id,
                        session.tenantId,
                        session.userId,
                        session.ipAddress,
                        session.userAgent,
                        ColumnReaders.parameter(session.revision.createdAt()),
                        ColumnReaders.parameter(session.expiresAt))
                .map(inserted -> {
                    if (inserted == 1) {
                        facts.publish(work, SessionEvents.STARTED, session);
                    }
                    return inserted == 1;
                });
    }

    /** Notes that a session has ended, unless that is known already or the session is not. */
    public Uni<Void> ended(Work work, UUID id, Instant at) {
        return work.lock(Session.class, id).chain(found -> found.map(session -> end(work, session, at))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Void> end(Work work, Session session, Instant at) {
        if (session.hasEnded()) {
            return Uni.createFrom().voidItem();
        }
        session.end(at);
        facts.publish(work, SessionEvents.ENDED, session);
        return work.update(session);
    }

    /** Notes that all sessions of a user have ended, and tells how many that were. */
    public Uni<Integer> allEnded(Work work, UUID userId, Instant at) {
        return work.values(UUID.class, OPEN_OF_USER, userId)
                .chain(open -> Sequentially.of(open, id -> ended(work, id, at)).replaceWith(open.size()));
    }

    /** Has the reconciler look soon whether the directory has ended a user's sessions, should we not come to say so. */
    public Uni<Integer> lookSoon(Work work, UUID userId) {
        return work.execute(SOON, userId);
    }
}
