package io.skyholm.identity.user;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Keeps a user's ids in other systems in a column. */
@Converter
class ExternalIds implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> ids) {
        return EventJson.write(ids);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return EventJson.readTexts(column);
    }
}
