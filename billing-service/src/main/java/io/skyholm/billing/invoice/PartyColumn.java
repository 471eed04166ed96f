package io.skyholm.billing.invoice;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps who issued an invoice, or to whom it is made out, in a column. */
@Converter
class PartyColumn implements AttributeConverter<InvoiceParty, String> {

    @Override
    public String convertToDatabaseColumn(InvoiceParty party) {
        return EventJson.write(party);
    }

    @Override
    public InvoiceParty convertToEntityAttribute(String column) {
        return EventJson.read(column, InvoiceParty.class);
    }
}
