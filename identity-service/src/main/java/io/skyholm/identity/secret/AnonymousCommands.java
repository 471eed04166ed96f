package io.skyholm.identity.secret;

import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Carries out what somebody unknown asks: one command is one transaction, or only a thought if they say so. */
@ApplicationScoped
public class AnonymousCommands {

    private final TenantTransaction transactions;

    AnonymousCommands(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** A change for that cause, under the conditions of the call. */
    public <T> Uni<T> change(AnonymousCall call, Cause cause, Function<Work, Uni<T>> work) {
        return call.conditions().dryRun() ? transactions.tryOut(cause, work) : transactions.change(cause, work);
    }
}
