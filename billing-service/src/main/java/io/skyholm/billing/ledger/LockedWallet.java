package io.skyholm.billing.ledger;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;
import java.util.UUID;

/** A wallet that nobody else changes meanwhile, and what becomes of it step by step. */
final class LockedWallet {

    /** As the database has it. */
    record Row(UUID id, UUID tenantId, String currency, BigDecimal balance, BigDecimal held) {}

    private final Row row;
    private BigDecimal balance;
    private BigDecimal held;

    LockedWallet(Row row) {
        this.row = row;
        this.balance = row.balance();
        this.held = row.held();
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
