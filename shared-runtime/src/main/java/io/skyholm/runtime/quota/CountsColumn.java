package io.skyholm.runtime.quota;

import com.fasterxml.jackson.core.type.TypeReference;
import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Keeps in a column how much of each quota something takes, by its name. */
@Converter
public class CountsColumn implements AttributeConverter<Map<String, Long>, String> {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Long> counts) {
        return EventJson.write(counts);
    }

    @Override
    @SuppressWarnings("unchecked") // As the type says.
    public Map<String, Long> convertToEntityAttribute(String column) {
        return (Map<String, Long>) EventJson.read(column, COUNTS.getType());
    }
}
