package io.skyholm.billing.ledger;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.skyholm.events.billing.TransactionType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the ledger must be known to decide some commands; it learns what they add. */
final class KnownLedger {

    /** A charge, and how much of it has been given back. */
    record Charge(UUID id, UUID walletId, BigDecimal amount, BigDecimal refunded) {}

    /** The latest transaction of a wallet. */
    record Last(UUID walletId, UUID id) {}

    private record Key(UUID walletId, String key) {}

    private final Map<UUID, LockedWallet> wallets;
    private final Map<Key, Transaction> transactions = new HashMap<>();
    private final Map<UUID, Hold> holds = new HashMap<>();
    private final Map<Key, UUID> heldBy = new HashMap<>();
    private final Map<UUID, Charge> charges = new HashMap<>();

    KnownLedger(List<LockedWallet.Row> wallets) {
        this.wallets = wallets.stream().collect(toMap(LockedWallet.Row::id, LockedWallet::new));
    }

    /** What was posted last on each wallet. */
    KnownLedger following(List<Last> posted) {
        posted.forEach(last -> {
            LockedWallet wallet = wallets.get(last.walletId());
            if (wallet != null) {
                wallet.follow(last.id());
            }
        });
        return this;
    }

    /** Charges come last: what was given back of them includes the refunds among the transactions. */
    KnownLedger with(List<Transaction> posted, List<Hold> held, List<Charge> charged) {
        posted.forEach(this::add);
        held.forEach(this::add);
        charges.putAll(charged.stream().collect(toMap(Charge::id, identity())));
        return this;
    }

    void add(Transaction posted) {
        transactions.put(new Key(posted.walletId(), posted.idempotencyKey()), posted);
        if (posted.type() == TransactionType.CHARGE) {
            BigDecimal charged = posted.amount().negate();
            charges.put(posted.id(), new Charge(posted.id(), posted.walletId(), charged, BigDecimal.ZERO));
        }
        UUID refunded = posted.refundedTransactionId();
        if (refunded != null) {
            charges.computeIfPresent(
                    refunded,
                    (id, charge) -> new Charge(
                            id,
                            charge.walletId(),
                            charge.amount(),
                            charge.refunded().add(posted.amount())));
        }
    }

    void add(Hold hold) {
        holds.put(hold.id(), hold);
        heldBy.put(new Key(hold.walletId(), hold.idempotencyKey()), hold.id());
    }

    @Nullable LockedWallet wallet(UUID id) {
        return wallets.get(id);
    }

    @Nullable Transaction transaction(LedgerCommand command) {
        return transactions.get(new Key(command.walletId(), command.key()));
    }

    @Nullable Hold hold(LedgerCommand.Authorize command) {
        UUID id = heldBy.get(new Key(command.walletId(), command.key()));
        return id == null ? null : holds.get(id);
    }

    /** The hold of that id, if it is one of that wallet. */
    Hold hold(UUID walletId, UUID id) {
        Hold hold = holds.get(id);
        if (hold == null || !hold.walletId().equals(walletId)) {
            throw LedgerProblems.noHold();
        }
        return hold;
    }

    /** The charge of that id, if it is one of that wallet. */
    Charge charge(UUID walletId, UUID id) {
        Charge charge = charges.get(id);
        if (charge == null || !charge.walletId().equals(walletId)) {
            throw LedgerProblems.noCharge();
        }
        return charge;
    }
}
