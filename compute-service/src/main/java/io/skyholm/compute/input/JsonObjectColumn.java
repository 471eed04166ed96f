package io.skyholm.compute.input;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a JSON object in a column. */
@Converter(autoApply = true)
public class JsonObjectColumn implements AttributeConverter<JsonObject, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JsonObject object) {
        return object == null ? null : object.text();
    }

    @Override
    public @Nullable JsonObject convertToEntityAttribute(@Nullable String column) {
        return JsonObject.read(column);
    }
}
