package io.skyholm.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads bodies as services read them, for tests of what a command does. */
public final class RequestBody {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        new StrictJson().customize(MAPPER);
    }

    private RequestBody() {}

    /** The command that this JSON is read as. */
    public static <T> T read(String json, Class<T> command) {
        try {
            return MAPPER.readValue(json, command);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(json, unreadable);
        }
    }
}
