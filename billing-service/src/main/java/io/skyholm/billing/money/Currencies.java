package io.skyholm.billing.money;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies of ISO 4217. */
public final class Currencies {

    /** How a code is written. */
    public static final String CODE = "[A-Z]{3}";

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** Whether money is kept in it: gold and test codes have no coins. */
    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** How many places behind the point its smallest coin has. */
    public static int places(String code) {
        return Currency.getInstance(code).getDefaultFractionDigits();
    }
}
