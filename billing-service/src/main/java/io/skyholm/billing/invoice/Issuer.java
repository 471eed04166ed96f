package io.skyholm.billing.invoice;

import static java.math.RoundingMode.HALF_UP;

import io.skyholm.billing.BillingSettings;
import io.skyholm.billing.money.Currencies;
import io.skyholm.events.billing.InvoiceType;
import java.math.BigDecimal;

/** Who invoices, by how it was set. */
record Issuer(InvoiceParty party, String series, String prefix, String taxName, BigDecimal taxRate, int dueDays) {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    static Issuer of(BillingSettings.Invoicing settings) {
        if (settings.taxRate().signum() < 0 || settings.taxRate().compareTo(WHOLE) > 0 || settings.dueDays() < 0) {
            throw new IllegalStateException("skyholm.billing.invoice has a tax rate or due days that cannot be");
        }
        InvoiceParty party = new InvoiceParty(
                settings.issuerName(),
                settings.issuerAddress().map(lines -> lines.replace('|', '\n')).orElse(null),
                null,
                settings.issuerTaxId().orElse(null),
                settings.issuerEmail().orElse(null));
        return new Issuer(
                party,
                settings.series(),
                settings.prefix(),
                settings.taxName(),
                settings.taxRate(),
                settings.dueDays());
    }

    InvoiceNumber number(long number) {
        return new InvoiceNumber(series, prefix, number);
    }

    /** What is paid in is taxed when it is used. */
    BigDecimal taxRateOf(InvoiceType type) {
        return switch (type) {
            case USAGE, CREDIT_NOTE -> taxRate;
            case TOP_UP -> BigDecimal.ZERO;
        };
    }

    /** The tax that is part of an amount, in whole coins. */
    BigDecimal taxIn(BigDecimal amount, InvoiceType type, String currency) {
        BigDecimal rate = taxRateOf(type);
        return amount.multiply(rate).divide(WHOLE.add(rate), Currencies.places(currency), HALF_UP);
    }
}
