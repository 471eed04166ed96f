package io.skyholm.compute.part;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.WantedNetwork;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the ports that an instance asks for in a column. */
@Converter
public class NetworksColumn implements AttributeConverter<List<WantedNetwork>, String> {

    public static List<WantedNetwork> read(String column) {
        return List.of(EventJson.read(column, WantedNetwork[].class));
    }

    @Override
    public String convertToDatabaseColumn(List<WantedNetwork> networks) {
        return EventJson.write(networks);
    }

    @Override
    public List<WantedNetwork> convertToEntityAttribute(String column) {
        return read(column);
    }
}
