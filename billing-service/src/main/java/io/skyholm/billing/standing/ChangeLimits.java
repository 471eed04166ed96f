package io.skyholm.billing.standing;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a tenant wants to be told of and kept to from now on; what is left out limits nothing. */
public record ChangeLimits(
        @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") @Nullable String lowBalance,

        @Min(0) @Max(8760) @Nullable Integer warnHours,

        @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") @Nullable String warnAt,

        @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") @Nullable String refuseAt,

        @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") @Nullable String stopAt) {

    /** Three days are enough for a bank transfer. */
    static final int USUAL_WARN_HOURS = 72;

    Limits limits() {
        return new Limits(
                amount("lowBalance", lowBalance),
                warnHours == null ? USUAL_WARN_HOURS : warnHours,
                amount("warnAt", warnAt),
                amount("refuseAt", refuseAt),
                amount("stopAt", stopAt));
    }

    private static @Nullable BigDecimal amount(String property, @Nullable String text) {
        if (text == null) {
            return null;
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() == 0) {
            throw Problem.invalid(property, "must be more than 0; leave it out to have none");
        }
        return amount;
    }
}
