package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform may ask of the ledger by hand. */
class CreateTransactionTest {

    private static final String CHARGE = "01978d20-0000-7a10-8a01-000000000b02";

    @ParameterizedTest
    @CsvSource({
        "DEPOSIT, 12.50, 12.50",
        "CHARGE, 12.50, -12.50",
        "ADJUSTMENT, 12.50, 12.50",
        "ADJUSTMENT, -12.50, -12.50"
    })
    void typeSaysWhatBecomesOfTheBalance(TransactionType type, String amount, String moved) {
        assertThat(post(type, amount, "\"description\": \"as agreed\"").amount())
                .isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({"DEPOSIT, -1", "CHARGE, -1", "DEPOSIT, 0", "ADJUSTMENT, 0.00"})
    void nothingIsMovedByZeroAndNothingTakenByASignButAnAdjustment(TransactionType type, String amount) {
        assertThatThrownBy(() -> post(type, amount, "\"description\": \"as agreed\""))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("amount");
    }

    @Test
    void refundNamesItsCharge() {
        assertThat(post(TransactionType.REFUND, "5", "\"refundedTransactionId\": \"" + CHARGE + "\"")
                        .refundedTransactionId())
                .hasToString(CHARGE);
        assertThatThrownBy(() -> post(TransactionType.REFUND, "5", "\"reference\": \"17\""))
                .hasMessageContaining("must name the charge");
        assertThatThrownBy(() -> post(TransactionType.DEPOSIT, "5", "\"refundedTransactionId\": \"" + CHARGE + "\""))
                .hasMessageContaining("is of a REFUND alone");
    }

    @Test
    void adjustmentSaysWhy() {
        assertThatThrownBy(() -> post(TransactionType.ADJUSTMENT, "5", "\"description\": \" \""))
                .hasMessageContaining("must say why");
    }

    @Test
    void amountIsADecimalNumberInAString() {
        assertThat(Constraints.brokenBy(new CreateTransaction(TransactionType.DEPOSIT, "1e3", null, null, null)))
                .containsExactly("amount");
        assertThat(Constraints.brokenBy(new CreateTransaction(TransactionType.DEPOSIT, "12.50", null, null, null)))
                .isEmpty();
    }

    private static LedgerCommand.Post post(TransactionType type, String amount, String more) {
        String body = "{\"type\": \"%s\", \"amount\": \"%s\", %s}".formatted(type, amount, more);
        return RequestBody.read(body, CreateTransaction.class).on(UUID.randomUUID(), "key", Cause.platform());
    }
}
