package io.skyholm.deletion;

import io.skyholm.events.EventJson;
import io.skyholm.events.deletion.HeldData;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps what is held in a column. */
@Converter
class HoldingsColumn implements AttributeConverter<List<HeldData>, String> {

    @Override
    public String convertToDatabaseColumn(List<HeldData> holdings) {
        return EventJson.write(holdings);
    }

    @Override
    public List<HeldData> convertToEntityAttribute(String column) {
        return List.of(EventJson.read(column, HeldData[].class));
    }
}
