package io.skyholm.billing.standing;

import java.math.BigDecimal;

/**
 * How it stands with a wallet now.
 *
 * @param hourly what an hour of all that runs costs
 * @param owed what was charged and could not be paid
 * @param lacking what an hour costs of what runs and could not be held
 * @param spent what was charged in this calendar month
 */
record Situation(BigDecimal available, BigDecimal hourly, BigDecimal owed, BigDecimal lacking, BigDecimal spent) {

    /** Whether something was too much for the wallet, in which there is something. */
    boolean mayPayMore() {
        return available.signum() > 0 && owed.add(lacking).signum() > 0;
    }

    /** Whether what can be spent lasts that many hours. */
    boolean lasts(int hours) {
        return hourly.signum() == 0 || available.compareTo(hourly.multiply(BigDecimal.valueOf(hours))) >= 0;
    }
}
