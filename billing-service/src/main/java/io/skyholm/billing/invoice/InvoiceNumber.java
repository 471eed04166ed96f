package io.skyholm.billing.invoice;

import java.util.Locale;

/**
 * A number that an issuer has given.
 *
 * @param series whose numbers they are
 * @param prefix what stands before it
 */
record InvoiceNumber(String series, String prefix, long number) {

    /** As it stands on the invoice. */
    String text() {
        return String.format(Locale.ROOT, "%s%06d", prefix, number);
    }
}
