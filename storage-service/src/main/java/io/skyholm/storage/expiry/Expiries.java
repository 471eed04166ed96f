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
import java.util.function.Supplier;
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

    /**
     * What is done with one thing.
     *
     * @param tenant whose it is; null for the platform's own
     * @param tell writes that its owner is told that it expires soon
     * @param delete deletes it as its owner would, or fails with a problem that says what keeps it
     * @param block writes that something keeps it
     */
    public record Steps(
            @Nullable UUID tenant, Supplier<Uni<?>> tell, Supplier<Uni<?>> delete, Supplier<Uni<?>> block) {}

    /** Whoever has something end deletes it, only later. */
    public static void check(Call call, Permission delete, @Nullable Object wanted) {
        if (wanted != null) {
            call.caller().require(delete);
        }
    }

    /** Makes the step that is due. What keeps something from being deleted may have ended a while later. */
    public Uni<Next> step(Work work, Expiry expiry, Steps steps) {
        return switch (expiry.move(work.now(), settings.expiryNotice())) {
            case REST -> Uni.createFrom().item(Next.DONE);
            case TELL -> {
                expiry.told();
                yield steps.tell().get().replaceWith(Next.DONE);
            }
            case END -> end(work, expiry, steps);
        };
    }

    private static Uni<Next> end(Work work, Expiry expiry, Steps steps) {
        return work.exists(SUSPENDED, steps.tenant())
                .chain(isSuspended -> isSuspended
                        ? Uni.createFrom().item(Next.in(Next.LONGEST))
                        : Uni.createFrom()
                                .<Object>deferred(() -> steps.delete().get().map(deleted -> deleted))
                                .replaceWith(Next.DONE)
                                .onFailure(Problem.class)
                                .recoverWithUni(problem -> blocked(expiry, problem.detail(), steps)));
    }

    private static Uni<Next> blocked(Expiry expiry, String reason, Steps steps) {
        Uni<?> written =
                expiry.block(reason) ? steps.block().get() : Uni.createFrom().voidItem();
        return written.replaceWith(Next.in(Next.LONGEST));
    }

    /** A condition of rows for which something may be due. */
    public String due() {
        return "expires_at is not null and (expires_at <= calendar_now() or not is_expiry_told"
                + " and expires_at <= calendar_now() + make_interval(secs => %d))"
                        .formatted(settings.expiryNotice().toSeconds());
    }
}
