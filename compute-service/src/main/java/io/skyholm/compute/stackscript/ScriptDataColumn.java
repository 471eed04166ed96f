package io.skyholm.compute.stackscript;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a script with its variables in a column. */
@Converter
class ScriptDataColumn implements AttributeConverter<ScriptData, String> {

    @Override
    public String convertToDatabaseColumn(ScriptData data) {
        return data.text();
    }

    @Override
    public ScriptData convertToEntityAttribute(String column) {
        return ScriptData.read(column);
    }
}
