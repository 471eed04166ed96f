package io.skyholm.storage.expiry;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done at the times at which things expire, whatever they are. */
@Singleton
public class Expiries {

    /** Who may change nothing can keep nothing from expiring either. */
    private static final String SUSPENDED = "select 1 from known_tenant where id = $1 and status <> 'ACTIVE'";

    private final StorageSettings settings;

    Expiries(StorageSettings settings) {
        this.settings = settings;
    }

    /** Something that expires, as those know it who own it. */
    @FunctionalInterface
    public interface Expiring {

        /** Makes a step of it; DELETE fails with a problem that says what keeps it. */
        Uni<?> make(ExpiryStep step);
    }

    /** Whoever has something end deletes it, only later. */
    public static void check(Call call, Permission delete, @Nullable Object wanted) {
        if (wanted != null) {
            call.caller().require(delete);
        }
    }

    /**
     * Makes the step that is due. What keeps something from being deleted may have ended a while later.
     *
     * @param tenant whose it is; null for the platform's own
     */
    public Uni<Next> step(Work work, Expiry expiry, @Nullable UUID tenant, Expiring expiring) {
        return switch (expiry.move(work.now(), settings.expiryNotice())) {
            case REST -> Uni.createFrom().item(Next.DONE);
            case TELL -> {
                expiry.told();
                yield expiring.make(ExpiryStep.TELL).replaceWith(Next.DONE);
            }
            case END -> end(work, expiry, tenant, expiring);
        };
    }

    private static Uni<Next> end(Work work, Expiry expiry, @Nullable UUID tenant, Expiring expiring) {
        return work.exists(SUSPENDED, tenant)
                .chain(isSuspended ->
                        isSuspended ? Uni.createFrom().item(Next.in(Next.LONGEST)) : delete(expiry, expiring));
    }

    private static Uni<Next> delete(Expiry expiry, Expiring expiring) {
        return Uni.createFrom()
                .<Object>deferred(() -> expiring.make(ExpiryStep.DELETE).map(deleted -> deleted))
                .replaceWith(Next.DONE)
                .onFailure(Problem.class)
                .recoverWithUni(problem -> blocked(expiry, problem.detail(), expiring));
    }

    private static Uni<Next> blocked(Expiry expiry, String reason, Expiring expiring) {
        Uni<?> written = expiry.block(reason)
                ? expiring.make(ExpiryStep.BLOCK)
                : Uni.createFrom().voidItem();
        return written.replaceWith(Next.in(Next.LONGEST));
    }

    /** A condition of rows for which something may be due. */
    public String due() {
        return "expires_at is not null and (expires_at <= calendar_now() or not is_expiry_told"
                + " and expires_at <= calendar_now() + make_interval(secs => %d))"
                        .formatted(settings.expiryNotice().toSeconds());
    }
}
