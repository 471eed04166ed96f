package io.skyholm.billing.money;

import java.math.BigDecimal;

/** Amounts of money as callers write and see them. */
public final class Amounts {

    /** How exact the ledger is, in places behind the point. */
    public static final int PLACES = 6;

    /** The largest amount, and the largest balance. */
    public static final BigDecimal MOST = new BigDecimal("999999999999.999999");

    /** How an amount that may also be taken is written. */
    public static final String SIGNED = "-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?";

    /** How an amount is written that is not below zero. */
    public static final String UNSIGNED = "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?";

    private static final int FEWEST_SHOWN = 2;

    private Amounts() {}

    /** As callers see it, and as {@code money_text} writes it: at least two places behind the point, and no zeros behind them. */
    public static String text(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() < FEWEST_SHOWN ? shortest.setScale(FEWEST_SHOWN) : shortest).toPlainString();
    }

    /** With the currency, for people. */
    public static String text(BigDecimal amount, String currency) {
        return text(amount) + " " + currency;
    }

    /** Whether it can be paid with the coins of that currency. */
    public static boolean isPayable(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() <= Currencies.places(currency);
    }
}
