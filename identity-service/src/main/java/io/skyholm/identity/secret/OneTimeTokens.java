package io.skyholm.identity.secret;

import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/**
 * Uses a token once. A call that has to ask the directory holds the token meanwhile, so that of two at once one is
 * refused; it gives the token back if it fails, and if it dies the token is free again after a while.
 */
@ApplicationScoped
public class OneTimeTokens {

    /** The tables whose tokens can be held, each with what makes a token of it worthless. */
    public enum Kind {
        PASSWORD_RESET("password_reset", "used_at is null"),
        REGISTRATION("registration", "used_at is null"),
        INVITATION("invitation", "status = 'PENDING'");

        private final String look;
        private final String claim;
        private final String release;

        Kind(String table, String usable) {
            String free = """
                    where token_hash = $1 and %s and expires_at > calendar_now()
                        and (claimed_until is null or claimed_until < now())""".formatted(usable);
            this.look = "select id from %s %s".formatted(table, free);
            this.claim = "update %s set claimed_until = now() + interval '30 seconds' %s returning id"
                    .formatted(table, free);
            this.release = "update %s set claimed_until = null where id = $1".formatted(table);
        }
    }

    private final TenantTransaction transactions;

    OneTimeTokens(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * Does something with what the token belongs to; while it is done, nobody else can. A dry run changes nothing, so that any
     * number of them may go on at once.
     */
    public <T> Uni<T> holding(Kind kind, String token, AnonymousCall call, Function<UUID, Uni<T>> use) {
        if (call.conditions().dryRun()) {
            return transactions
                    .change(call.cause(null), work -> find(kind.look, token, work))
                    .chain(id -> use.apply(id));
        }
        return transactions
                .change(call.cause(null), work -> find(kind.claim, token, work))
                .chain(id -> Uni.createFrom()
                        .deferred(() -> use.apply(id))
                        .onFailure()
                        .call(() -> release(kind, id)));
    }

    /** What is said of a token that proves nothing. */
    public static Problem notValid() {
        return Problem.invalid("token", "is not valid, or no longer; ask for a new one");
    }

    private static Uni<UUID> find(String usable, String token, Work work) {
        return work.value(UUID.class, usable, new Secret(token).hash())
                .map(claimed -> claimed.orElseThrow(OneTimeTokens::notValid));
    }

    private Uni<Void> release(Kind kind, UUID id) {
        return transactions
                .change(Cause.platform(), work -> work.execute(kind.release, id))
                .replaceWithVoid();
    }
}
