package io.skyholm.identity.theme;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Keeps a theme's colours in a column. */
@Converter
class Colors implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> colors) {
        return EventJson.write(colors);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return EventJson.readTexts(column);
    }
}
