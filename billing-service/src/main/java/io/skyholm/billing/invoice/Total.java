package io.skyholm.billing.invoice;

import static java.math.RoundingMode.HALF_UP;

import io.skyholm.billing.money.Currencies;
import java.math.BigDecimal;

/**
 * What lines come to, in whole coins. The fraction of a coin that is left, or was rounded up, goes to the next invoice: so all
 * of them together come to what was charged.
 *
 * @param amount in whole coins, never below zero
 * @param before the fraction that the invoice before has left
 * @param after the fraction that is left to the next
 * @param givesBack whether it is what the customer gets
 */
public record Total(BigDecimal amount, BigDecimal before, BigDecimal after, boolean givesBack) {

    /** The total of what was charged, which is below zero where more was given back. */
    public static Total of(BigDecimal charged, BigDecimal before, String currency) {
        BigDecimal exact = charged.add(before);
        BigDecimal coins = exact.setScale(Currencies.places(currency), HALF_UP);
        return new Total(coins.abs(), before, exact.subtract(coins), coins.signum() < 0);
    }

    /** The total of an amount that is whole coins already. */
    static Total exactly(BigDecimal amount) {
        return new Total(amount, BigDecimal.ZERO, BigDecimal.ZERO, false);
    }
}
