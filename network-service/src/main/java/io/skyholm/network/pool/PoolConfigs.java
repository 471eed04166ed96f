package io.skyholm.network.pool;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.IpPoolConfig;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps how a pool gives its addresses in a column. */
@Converter
class PoolConfigs implements AttributeConverter<IpPoolConfig, String> {

    static IpPoolConfig read(String column) {
        return EventJson.read(column, IpPoolConfig.class);
    }

    @Override
    public String convertToDatabaseColumn(IpPoolConfig config) {
        return EventJson.write(config);
    }

    @Override
    public IpPoolConfig convertToEntityAttribute(String column) {
        return read(column);
    }
}
