package io.skyholm.billing.ledger;

import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What billing's other rooms have posted, each under a key that is unique in its wallet: once, however often it is asked for. */
@ApplicationScoped
public class Charges {

    private static final String NOT_FOUND = ProblemKind.NOT_FOUND.name();

    private final LedgerQueue queue;

    Charges(LedgerQueue queue) {
        this.queue = queue;
    }

    /** Charges an amount, out of what that hold keeps if there is one; tells the transaction. A deleted tenant's holds are gone. */
    public Uni<UUID> take(
            Cause cause, UUID wallet, @Nullable UUID hold, BigDecimal amount, String description, String key) {
        LedgerCommand.Post charge = new LedgerCommand.Post(
                wallet, TransactionType.CHARGE, amount.negate(), description, null, null, key, cause);
        return hold == null
                ? post(charge)
                : post(new LedgerCommand.Capture(wallet, hold, amount, description, key, cause))
                        .onFailure(failure -> isCalled(failure, NOT_FOUND))
                        .recoverWithUni(() -> post(charge));
    }

    /** Gives back what was charged too much; tells the transaction. */
    public Uni<UUID> giveBack(Cause cause, UUID wallet, BigDecimal amount, String description, String key) {
        return post(new LedgerCommand.Post(
                wallet, TransactionType.ADJUSTMENT, amount, description, null, null, key, cause));
    }

    /** Adds what somebody has paid in. */
    public Uni<UUID> payIn(
            Cause cause, UUID wallet, BigDecimal amount, String description, @Nullable String reference, String key) {
        return post(new LedgerCommand.Post(
                wallet, TransactionType.DEPOSIT, amount, description, reference, null, key, cause));
    }

    /** Gives back what was earned, of no charge in particular. */
    public Uni<UUID> refund(
            Cause cause, UUID wallet, BigDecimal amount, String description, String reference, String key) {
        return post(new LedgerCommand.Post(
                wallet, TransactionType.REFUND, amount, description, reference, null, key, cause));
    }

    /** Lets go what is still held; what has become a charge stays one. */
    public Uni<Void> release(Cause cause, UUID wallet, UUID hold) {
        return queue.submit(new LedgerCommand.Release(wallet, hold, cause))
                .onFailure(failure -> isCalled(failure, LedgerProblems.HOLD_ENDED) || isCalled(failure, NOT_FOUND))
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Whether a wallet has less to spend than was asked for. */
    public static boolean isShort(Throwable failure) {
        return isCalled(failure, LedgerProblems.INSUFFICIENT_FUNDS);
    }

    private static boolean isCalled(Throwable failure, String code) {
        return failure instanceof Problem problem && problem.code().equals(code);
    }

    private Uni<UUID> post(LedgerCommand command) {
        return queue.submit(command)
                .map(outcome -> Objects.requireNonNull(outcome.transaction()).id());
    }
}
