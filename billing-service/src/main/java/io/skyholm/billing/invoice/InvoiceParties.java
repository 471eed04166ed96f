package io.skyholm.billing.invoice;

import io.skyholm.billing.wallet.Customer;

/** To whom invoices are made out. */
final class InvoiceParties {

    private InvoiceParties() {}

    static InvoiceParty of(Customer customer) {
        return new InvoiceParty(
                customer.name(), customer.address(), customer.country(), customer.taxId(), customer.email());
    }
}
