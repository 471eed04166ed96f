package io.skyholm.network.cidr;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps a list of texts in a column. */
@Converter
public class TextListColumn implements AttributeConverter<List<String>, String> {

    /** The texts that the column holds. */
    public static List<String> read(String column) {
        return List.of(EventJson.read(column, String[].class));
    }

    @Override
    public String convertToDatabaseColumn(List<String> texts) {
        return EventJson.write(texts);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return read(column);
    }
}
