package io.skyholm.network.subnet;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.SubnetRoute;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the routes of a subnet in a column. */
@Converter
class RoutesColumn implements AttributeConverter<List<SubnetRoute>, String> {

    @Override
    public String convertToDatabaseColumn(List<SubnetRoute> routes) {
        return EventJson.write(routes);
    }

    @Override
    public List<SubnetRoute> convertToEntityAttribute(String column) {
        return List.of(EventJson.read(column, SubnetRoute[].class));
    }
}
