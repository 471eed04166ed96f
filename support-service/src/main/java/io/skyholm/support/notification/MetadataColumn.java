package io.skyholm.support.notification;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Keeps what a notification is about in a column. */
@Converter
class MetadataColumn implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> metadata) {
        return EventJson.write(metadata);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return EventJson.readTexts(column);
    }
}
