package io.skyholm.identity.session;

import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectorySession;
import io.skyholm.identity.keycloak.DirectoryUnavailable;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Asks the directory now and then whether sessions still last, and notes those that expired or were ended elsewhere. */
@ApplicationScoped
class SessionReconciler implements Reconciler {

    static final String KIND = "session";

    private static final String CHECKED = """
            update session set checked_at = now(), last_activity_at = greatest(last_activity_at, $2)
            where id = $1 and ended_at is null""";

    private static final Next UNTIL_IT_IS_BACK = Next.in(Duration.ofSeconds(10));

    private final SessionStore store;
    private final SessionRecords records;
    private final Directory directory;
    private final TenantTransaction transactions;

    SessionReconciler(SessionStore store, SessionRecords records, Directory directory, TenantTransaction transactions) {
        this.store = store;
        this.records = records;
        this.directory = directory;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** An access token lives for ten minutes, so that is how long nobody notices. */
    @Override
    public String unrested() {
        return """
                select id from session where ended_at is null
                    and (checked_at is null or checked_at < now() - interval '10 minutes' or expires_at < now())""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return store.find(TenantScope.PLATFORM, id).chain(found -> found.filter(session -> session.endedAt() == null)
                .map(session -> check(session, cause))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<Next> check(SessionView session, Cause cause) {
        if (session.hasExpired(RealTime.now())) {
            return ended(session, cause);
        }
        return directory
                .sessions(session.userId())
                .chain(lasting -> compare(session, cause, lasting))
                .onFailure(DirectoryUnavailable.class)
                .recoverWithItem(UNTIL_IT_IS_BACK);
    }

    private Uni<Next> compare(SessionView session, Cause cause, List<DirectorySession> lasting) {
        return session.among(lasting)
                .map(known -> transactions
                        .change(
                                cause,
                                work -> work.execute(
                                        CHECKED, session.id(), ColumnReaders.parameter(known.lastActivityAt())))
                        .replaceWith(Next.DONE))
                .orElseGet(() -> ended(session, cause));
    }

    private Uni<Next> ended(SessionView session, Cause cause) {
        return transactions
                .change(cause, work -> records.ended(work, session.id(), RealTime.now()))
                .replaceWith(Next.DONE);
    }
}
