package io.skyholm.billing.ledger;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Ids;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wallet that nobody else changes meanwhile, and what becomes of it step by step. */
final class LockedWallet {

    /** As the database has it. */
    record Row(UUID id, UUID tenantId, String currency, BigDecimal balance, BigDecimal held) {}

    private final Row row;
    private BigDecimal balance;
    private BigDecimal held;
    private @Nullable UUID last;

    LockedWallet(Row row) {
        this.row = row;
        this.balance = row.balance();
        this.held = row.held();
    }

    /** After that transaction come those that are posted now. */
    void follow(UUID transaction) {
        last = transaction;
    }

    /** Later than all before it on this wallet, so that its list is in the order in which its balance came about. */
    UUID nextTransaction() {
        UUID next = LedgerOrder.after(last, Ids.next());
        last = next;
        return next;
    }

    UUID id() {
        return row.id();
    }

    UUID tenantId() {
        return row.tenantId();
    }

    String currency() {
        return row.currency();
    }

    BigDecimal balance() {
        return balance;
    }

    BigDecimal available() {
        return balance.subtract(held);
    }

    /** Adds to the balance, or takes what can be spent; answers with the new balance. */
    BigDecimal post(BigDecimal amount) {
        if (amount.signum() < 0) {
            requireAvailable(amount.negate());
        }
        if (balance.add(amount).compareTo(Amounts.MOST) > 0) {
            throw Problem.invalid("amount", "would make the balance more than " + Amounts.text(Amounts.MOST));
        }
        balance = balance.add(amount);
        return balance;
    }

    void hold(BigDecimal amount) {
        requireAvailable(amount);
        held = held.add(amount);
    }

    void release(BigDecimal amount) {
        held = held.subtract(amount);
    }

    private void requireAvailable(BigDecimal amount) {
        if (available().compareTo(amount) < 0) {
            throw LedgerProblems.insufficientFunds(available(), amount, currency());
        }
    }
}
