package io.skyholm.network.networkingconfig;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Keeps a document in a column. */
@Converter
class ConfigColumn implements AttributeConverter<Map<String, Object>, String> {

    @SuppressWarnings("unchecked") // A JSON object is a map by names.
    static Map<String, Object> read(String column) {
        return EventJson.read(column, Map.class);
    }

    @Override
    public String convertToDatabaseColumn(Map<String, Object> config) {
        return EventJson.write(config);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String column) {
        return read(column);
    }
}
