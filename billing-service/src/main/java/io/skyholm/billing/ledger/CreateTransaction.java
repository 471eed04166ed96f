package io.skyholm.billing.ledger;

import io.skyholm.billing.money.Amounts;
import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A movement of money that the platform makes by hand. */
public record CreateTransaction(
        @NotNull TransactionType type,

        @NotNull @Pattern(
                regexp = Amounts.SIGNED,
                message = "must be a decimal number such as 12.50, with at most 6 places behind the point")
        String amount,

        @Text @Nullable String description,
        @Name @Nullable String reference,
        @Nullable UUID refundedTransactionId) {

    /** What the ledger is asked for by that. */
    LedgerCommand.Post on(UUID wallet, String key, Cause cause) {
        requireReasons();
        return new LedgerCommand.Post(wallet, type, moved(), description, reference, refundedTransactionId, key, cause);
    }

    private void requireReasons() {
        if (type == TransactionType.REFUND && refundedTransactionId == null) {
            throw Problem.invalid("refundedTransactionId", "must name the charge that a REFUND gives back");
        }
        if (type != TransactionType.REFUND && refundedTransactionId != null) {
            throw Problem.invalid("refundedTransactionId", "is of a REFUND alone");
        }
        if (type == TransactionType.ADJUSTMENT && (description == null || description.isBlank())) {
            throw Problem.invalid("description", "must say why there is an ADJUSTMENT");
        }
    }

    /** Callers write how much; what becomes of the balance follows from the type. */
    private BigDecimal moved() {
        BigDecimal given = new BigDecimal(amount);
        if (given.signum() == 0) {
            throw Problem.invalid("amount", "must not be 0");
        }
        if (given.signum() < 0 && type != TransactionType.ADJUSTMENT) {
            throw Problem.invalid("amount", "must be above 0: only an ADJUSTMENT takes by its sign");
        }
        return type == TransactionType.CHARGE ? given.negate() : given;
    }
}
