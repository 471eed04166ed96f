package io.skyholm.identity.quota;

import io.skyholm.events.EventJson;
import io.skyholm.events.identity.QuotaConfig;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps limits in a column, as the JSON that events carry too. */
@Converter(autoApply = true)
public class QuotaColumn implements AttributeConverter<QuotaConfig, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable QuotaConfig quota) {
        return quota == null ? null : EventJson.write(quota);
    }

    @Override
    public @Nullable QuotaConfig convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : EventJson.read(column, QuotaConfig.class);
    }
}
