package io.skyholm.compute.schedule;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a schedule in a column. */
@Converter
public class ScheduleColumn implements AttributeConverter<Schedule, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Schedule schedule) {
        return schedule == null ? null : schedule.text();
    }

    @Override
    public @Nullable Schedule convertToEntityAttribute(@Nullable String column) {
        return Schedule.read(column);
    }
}
