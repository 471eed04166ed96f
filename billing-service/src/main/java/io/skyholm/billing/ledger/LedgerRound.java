package io.skyholm.billing.ledger;

import io.skyholm.billing.money.Amounts;
import io.skyholm.billing.wallet.Wallets;
import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides several commands one after the other, each on what those before it have left, and gathers what is to be written. */
final class LedgerRound {

    private final KnownLedger known;
    private final Instant now;
    private final List<Transaction> posted = new ArrayList<>();
    private final Map<UUID, Hold> opened = new LinkedHashMap<>();
    private final List<Hold> ended = new ArrayList<>();
    private final Map<UUID, Cause> changed = new LinkedHashMap<>();
    private final Map<UUID, Cause> causes = new LinkedHashMap<>();

    LedgerRound(KnownLedger known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /** What comes of a command; one that is refused leaves nothing behind and stops no other. */
    Outcome decide(LedgerCommand command) {
        LockedWallet wallet = known.wallet(command.walletId());
        try {
            if (wallet == null || !sees(command.cause().scope(), wallet)) {
                throw Wallets.notFound();
            }
            return switch (command) {
                case LedgerCommand.Post post -> post(wallet, post);
                case LedgerCommand.Authorize authorize -> authorize(wallet, authorize);
                case LedgerCommand.Capture capture -> capture(wallet, capture);
                case LedgerCommand.Release release -> release(wallet, release);
            };
        } catch (Problem refusal) {
            return Outcome.failed(refusal);
        }
    }

    /** When all of it happens. */
    Instant now() {
        return now;
    }

    /** New transactions, in their order. */
    List<Transaction> posted() {
        return posted;
    }

    /** New holds, as they are at the end of the round. */
    List<Hold> opened() {
        return List.copyOf(opened.values());
    }

    /** Older holds that have ended. */
    List<Hold> ended() {
        return ended;
    }

    /** The wallets that are not as they were, and why. */
    Map<UUID, Cause> changed() {
        return changed;
    }

    /** Why there is a new transaction. */
    Cause causeOf(UUID transaction) {
        return Objects.requireNonNull(causes.get(transaction));
    }

    private static boolean sees(TenantScope scope, LockedWallet wallet) {
        return scope.platform() || wallet.tenantId().equals(scope.tenantId());
    }

    private Outcome post(LockedWallet wallet, LedgerCommand.Post command) {
        Transaction before = known.transaction(command);
        if (before != null) {
            return same(before, command);
        }
        if (command.type() == TransactionType.DEPOSIT && !Amounts.isPayable(command.amount(), wallet.currency())) {
            throw LedgerProblems.notPayable(wallet.currency());
        }
        UUID refunded = command.refundedTransactionId();
        if (refunded != null) {
            requireRefundable(known.charge(wallet.id(), refunded), command.amount(), wallet.currency());
        }
        return record(wallet, command, null);
    }

    private static void requireRefundable(KnownLedger.Charge charge, BigDecimal amount, String currency) {
        BigDecimal left = charge.amount().subtract(charge.refunded());
        if (left.compareTo(amount) < 0) {
            throw LedgerProblems.refundTooLarge(left, currency);
        }
    }

    private static Outcome same(Transaction before, LedgerCommand.Post command) {
        boolean same = before.type() == command.type()
                && before.amount().compareTo(command.amount()) == 0
                && Objects.equals(before.description(), command.description())
                && Objects.equals(before.reference(), command.reference())
                && Objects.equals(before.refundedTransactionId(), command.refundedTransactionId());
        if (!same) {
            throw LedgerProblems.keyReused();
        }
        return Outcome.of(before);
    }

    private Outcome authorize(LockedWallet wallet, LedgerCommand.Authorize command) {
        Hold before = known.hold(command);
        if (before != null) {
            if (before.amount().compareTo(command.amount()) != 0
                    || !before.subject().equals(command.subject())) {
                throw LedgerProblems.keyReused();
            }
            return Outcome.of(before);
        }
        wallet.hold(command.amount());
        Hold hold = new Hold(
                Ids.next(),
                wallet.tenantId(),
                wallet.id(),
                command.amount().setScale(Amounts.PLACES),
                HoldStatus.OPEN,
                command.subject(),
                command.key(),
                now,
                null);
        known.add(hold);
        opened.put(hold.id(), hold);
        changed.put(wallet.id(), command.cause());
        return Outcome.of(hold);
    }

    private Outcome capture(LockedWallet wallet, LedgerCommand.Capture command) {
        Transaction before = known.transaction(command);
        if (before != null) {
            if (!command.holdId().equals(before.holdId())
                    || before.amount().negate().compareTo(command.amount()) != 0) {
                throw LedgerProblems.keyReused();
            }
            return Outcome.of(before);
        }
        Hold hold = known.hold(wallet.id(), command.holdId());
        if (hold.status() != HoldStatus.OPEN) {
            throw LedgerProblems.holdEnded(hold.status());
        }
        if (command.amount().signum() <= 0 || command.amount().compareTo(hold.amount()) > 0) {
            throw LedgerProblems.captureTooLarge(hold.amount(), wallet.currency());
        }
        wallet.release(hold.amount());
        end(hold, HoldStatus.CAPTURED);
        return record(wallet, command.charge(), hold.id());
    }

    private Outcome release(LockedWallet wallet, LedgerCommand.Release command) {
        Hold hold = known.hold(wallet.id(), command.holdId());
        if (hold.status() == HoldStatus.CAPTURED) {
            throw LedgerProblems.holdEnded(hold.status());
        }
        if (hold.status() == HoldStatus.VOIDED) {
            return Outcome.of(hold);
        }
        wallet.release(hold.amount());
        changed.put(wallet.id(), command.cause());
        return Outcome.of(end(hold, HoldStatus.VOIDED));
    }

    private Hold end(Hold hold, HoldStatus as) {
        Hold over = hold.ended(as, now);
        known.add(over);
        if (opened.computeIfPresent(hold.id(), (id, open) -> over) == null) {
            ended.add(over);
        }
        return over;
    }

    private Outcome record(LockedWallet wallet, LedgerCommand.Post command, @Nullable UUID hold) {
        Transaction transaction = new Transaction(
                wallet.nextTransaction(),
                wallet.tenantId(),
                wallet.id(),
                command.type(),
                command.amount(),
                wallet.currency(),
                wallet.post(command.amount()),
                command.description(),
                command.reference(),
                command.refundedTransactionId(),
                hold,
                command.key(),
                now,
                command.cause().user());
        known.add(transaction);
        posted.add(transaction);
        causes.put(transaction.id(), command.cause());
        changed.put(wallet.id(), command.cause());
        return Outcome.of(transaction);
    }
}
