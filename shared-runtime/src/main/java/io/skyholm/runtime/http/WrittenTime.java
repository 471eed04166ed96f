package io.skyholm.runtime.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.skyholm.runtime.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Reads a time as RFC 3339 writes it; numbers, which everybody counts differently, are none. */
final class WrittenTime extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;
    private static final int LAST_YEAR = 9999;

    WrittenTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw refused(parser);
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(parser.getText()).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
                throw refused(parser);
            }
            return time.toInstant();
        } catch (DateTimeParseException unreadable) {
            throw refused(parser);
        }
    }

    private static Problem refused(JsonParser parser) throws IOException {
        return Problem.invalid(String.valueOf(parser.currentName()), "must be a time such as 2026-01-31T12:00:00Z");
    }
}
