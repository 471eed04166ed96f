package io.skyholm.network.securitygroup;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.SecurityRule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the rules of a group in a column. */
@Converter
class RulesColumn implements AttributeConverter<List<SecurityRule>, String> {

    static List<SecurityRule> read(String column) {
        return List.of(EventJson.read(column, SecurityRule[].class));
    }

    @Override
    public String convertToDatabaseColumn(List<SecurityRule> rules) {
        return EventJson.write(rules);
    }

    @Override
    public List<SecurityRule> convertToEntityAttribute(String column) {
        return read(column);
    }
}
