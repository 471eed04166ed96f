package io.skyholm.runtime.command;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Carries out what a caller asks: one command is one transaction. */
@ApplicationScoped
public class Commands {

    private final TenantTransaction transactions;
    private final IdempotencyKeys keys;

    Commands(TenantTransaction transactions, IdempotencyKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    /** A change that does no harm when it is asked for again. */
    public <T> Uni<T> change(Call call, Function<Work, Uni<T>> work) {
        return change(call, call.cause(), work);
    }

    /** The same of what another tenant shares with the caller's: the work sees all tenants, and decides what the caller may do. */
    public <T> Uni<T> changeAcrossTenants(Call call, Function<Work, Uni<T>> work) {
        return change(call, call.causeAcrossTenants(), work);
    }

    private <T> Uni<T> change(Call call, Cause cause, Function<Work, Uni<T>> work) {
        return call.conditions().dryRun() ? transactions.tryOut(cause, work) : transactions.change(cause, work);
    }

    /** A change that would happen again if it were asked for again: an Idempotency-Key makes it happen once. */
    public <T> Uni<T> changeOnce(Call call, Object command, Class<T> answer, Function<Work, Uni<T>> work) {
        String key = call.conditions().idempotencyKey();
        if (key == null) {
            return change(call, work);
        }
        Fingerprint fingerprint = Fingerprint.of(command);
        return change(call, transaction -> keys.claim(transaction, call.caller(), key, fingerprint)
                .chain(first -> first
                        ? work.apply(transaction).invoke(given -> keys.keep(transaction, call.caller(), key, given))
                        : keys.replay(transaction, call.caller(), key, fingerprint, answer)));
    }
}
