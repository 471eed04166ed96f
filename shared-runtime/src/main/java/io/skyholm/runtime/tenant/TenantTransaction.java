package io.skyholm.runtime.tenant;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only way to change rows: one transaction, bound to its tenant before its first statement, carried to its end
 * even when the client that asked for it has gone.
 */
@ApplicationScoped
public class TenantTransaction {

    private static final int TRIES = 3;

    private final Mutiny.SessionFactory sessions;
    private final CalendarClock clock;

    TenantTransaction(Mutiny.SessionFactory sessions, CalendarClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Carries out the work and commits it; any failure undoes all of it. */
    public <T> Uni<T> change(Cause cause, Function<Work, Uni<T>> work) {
        return within(
                cause, work, transaction -> transaction.connection().commit().invoke(transaction::committed));
    }

    /** Carries out the work, answers as if it had been committed, and undoes it. */
    public <T> Uni<T> tryOut(Cause cause, Function<Work, Uni<T>> work) {
        return within(cause, work, transaction -> transaction.connection().undo());
    }

    /** Of several that wait for each other the database ends one, which finds what the others have left when it begins again. */
    private <T> Uni<T> within(Cause cause, Function<Work, Uni<T>> work, Function<Work, Uni<Void>> ending) {
        return Uni.createFrom()
                .deferred(() -> once(cause, work, ending))
                .onFailure(DatabaseProblems::isOfTheMoment)
                .retry()
                .atMost(TRIES);
    }

    private <T> Uni<T> once(Cause cause, Function<Work, Uni<T>> work, Function<Work, Uni<Void>> ending) {
        return Uncancellable.of(sessions.openStatelessSession().chain(session -> {
            Work transaction = new Work(cause, session, clock.ahead());
            return Uni.createFrom()
                    .deferred(() -> work.apply(transaction))
                    .call(() -> ending.apply(transaction))
                    .onFailure()
                    .transform(failure -> transaction.connection().reason(failure))
                    .onFailure()
                    .call(() -> transaction.connection().rollback())
                    .eventually(session::close);
        }));
    }
}
