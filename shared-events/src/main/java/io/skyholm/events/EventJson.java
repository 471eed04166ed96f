package io.skyholm.events;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How payloads are written and read: the one place that knows the JSON library. */
public final class EventJson {

    private static final JsonMapper MAPPER = newMapper();

    private EventJson() {}

    /** The payload's text. */
    public static String write(Object payload) {
        try {
            return MAPPER.writeValueAsString(payload);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Not a payload: " + payload.getClass(), unwritable);
        }
    }

    /** The payload of that text; fields that the record does not know are passed over. */
    public static <T> T read(String json, Class<T> payload) {
        try {
            return isThere(MAPPER.readValue(json, payload), payload);
        } catch (JsonProcessingException unreadable) {
            throw new MalformedEventException("The payload is no " + payload.getSimpleName(), unreadable);
        }
    }

    /** The text {@code null} is JSON, and no payload. */
    private static <T> T isThere(@Nullable T payload, Class<T> type) {
        if (payload == null) {
            throw new MalformedEventException("The payload is no " + type.getSimpleName() + ", but null");
        }
        return payload;
    }

    /** The payload of that text, where a class alone cannot say what it is: a list of rules, for example. */
    public static Object read(String json, Type payload) {
        try {
            return MAPPER.readValue(json, MAPPER.constructType(payload));
        } catch (JsonProcessingException unreadable) {
            throw new MalformedEventException("The payload is no " + payload.getTypeName(), unreadable);
        }
    }

    /** The texts by name that the JSON object holds. */
    public static Map<String, String> readTexts(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new MalformedEventException("The payload is no object of texts", unreadable);
        }
    }

    /** A mapper of one's own by the same rules: absent for null, RFC 3339 for times, text for money. */
    public static JsonMapper newMapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
                .withConfigOverride(BigDecimal.class, type -> type.setFormat(JsonFormat.Value.forShape(STRING)))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }
}
