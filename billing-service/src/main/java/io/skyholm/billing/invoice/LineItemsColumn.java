package io.skyholm.billing.invoice;

import io.skyholm.events.EventJson;
import io.skyholm.events.billing.InvoiceLineItem;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the lines of an invoice in a column. */
@Converter
class LineItemsColumn implements AttributeConverter<List<InvoiceLineItem>, String> {

    @Override
    public String convertToDatabaseColumn(List<InvoiceLineItem> lines) {
        return EventJson.write(lines);
    }

    @Override
    public List<InvoiceLineItem> convertToEntityAttribute(String column) {
        return List.of(EventJson.read(column, InvoiceLineItem[].class));
    }
}
