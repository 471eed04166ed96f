package io.skyholm.operations;

import io.skyholm.events.EventJson;
import io.skyholm.events.operation.OperationStep;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps an operation's steps in a column. */
@Converter
class StepsColumn implements AttributeConverter<List<OperationStep>, String> {

    static List<OperationStep> read(String column) {
        return List.of(EventJson.read(column, OperationStep[].class));
    }

    @Override
    public String convertToDatabaseColumn(List<OperationStep> steps) {
        return EventJson.write(steps);
    }

    @Override
    public List<OperationStep> convertToEntityAttribute(String column) {
        return read(column);
    }
}
