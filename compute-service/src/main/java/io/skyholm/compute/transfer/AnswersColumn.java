package io.skyholm.compute.transfer;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps in a column what was answered. */
@Converter
class AnswersColumn implements AttributeConverter<List<TransferAnswer>, String> {

    @Override
    public String convertToDatabaseColumn(List<TransferAnswer> answers) {
        return EventJson.write(answers);
    }

    @Override
    public List<TransferAnswer> convertToEntityAttribute(String column) {
        return List.of(EventJson.read(column, TransferAnswer[].class));
    }
}
