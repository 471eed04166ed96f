package io.skyholm.compute.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members are its author's own affair; it is kept as it is, within limits. */
@Schema(
        type = SchemaType.OBJECT,
        maxProperties = JsonObject.MOST_MEMBERS,
        description = "Any JSON object of at most 16 KiB, nested at most 16 deep")
public final class JsonObject {

    static final int MOST_MEMBERS = 1_000;

    private static final int LONGEST = 16_384;
    private static final int DEEPEST = 16;

    @Schema(hidden = true)
    private final Map<String, @Nullable Object> members;

    /** An object of these members. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JsonObject(Map<String, @Nullable Object> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (depth(members) > DEEPEST) {
            throw Problem.invalid("body", "must not be nested deeper than " + DEEPEST);
        }
        if (members.size() > MOST_MEMBERS) {
            throw Problem.invalid("body", "must have at most " + MOST_MEMBERS + " members");
        }
        if (text().length() > LONGEST) {
            throw Problem.invalid("body", "must be at most " + LONGEST + " characters of JSON");
        }
    }

    /** Reads what {@link #text} wrote. */
    public static @Nullable JsonObject read(@Nullable String text) {
        return text == null ? null : EventJson.read(text, JsonObject.class);
    }

    /** As it is kept in a column. */
    public String text() {
        return EventJson.write(members);
    }

    /** What it holds. */
    @JsonValue
    public Map<String, @Nullable Object> members() {
        return members;
    }

    private static int depth(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                1 + object.values().stream().mapToInt(JsonObject::depth).max().orElse(0);
            case List<?> list ->
                1 + list.stream().mapToInt(JsonObject::depth).max().orElse(0);
            case null, default -> 0;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
