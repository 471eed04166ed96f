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

    private final TenantTransaction transactions;

    OneTimeTokens(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * Does something with what the token belongs to; while it is done, nobody else can. A dry run changes nothing, so that any
     * number of them may go on at once.
     */
    public <T> Uni<T> holding(TokenTable table, String token, AnonymousCall call, Function<UUID, Uni<T>> use) {
        if (call.conditions().dryRun()) {
            return transactions
                    .change(call.cause(null), work -> find(table.find(), token, work))
                    .chain(id -> use.apply(id));
        }
        return transactions
                .change(call.cause(null), work -> find(table.claim(), token, work))
                .chain(id -> Uni.createFrom()
                        .deferred(() -> use.apply(id))
                        .onFailure()
                        .call(() -> release(table, id)));
    }

    /** What is said of a token that proves nothing. */
    public static Problem notValid() {
        return Problem.invalid("token", "is not valid, or no longer; ask for a new one");
    }

    private static Uni<UUID> find(String usable, String token, Work work) {
        return work.value(UUID.class, usable, new Secret(token).hash())
                .map(claimed -> claimed.orElseThrow(OneTimeTokens::notValid));
    }

    private Uni<Void> release(TokenTable table, UUID id) {
        return transactions
                .change(Cause.platform(), work -> work.execute(table.release(), id))
                .replaceWithVoid();
    }
}
