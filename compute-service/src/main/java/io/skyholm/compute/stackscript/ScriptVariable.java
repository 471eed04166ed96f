package io.skyholm.compute.stackscript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a script asks of whoever runs it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScriptVariable(
        @Schema(description = "As the script reads it from its environment")
        @NotNull @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,63}", message = "must be a name of the environment, such as DB_NAME") String name,

        @Schema(description = "As people read it") @Name @Nullable String label,

        @Schema(description = "What it is if nothing is given")
        @JsonProperty("default")
        @Size(max = LONGEST_VALUE) @Nullable String defaultValue,

        @Nullable Boolean required,

        @Schema(description = "What it can be; anything if nothing is said") @Size(max = 100) @Nullable List<@NotNull @Size(max = 200) String> oneOf,

        @Schema(description = "Whether it is never shown again") @Nullable Boolean secret) {

    /** As much as one value may say. */
    static final int LONGEST_VALUE = 4_096;

    boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    boolean isSecret() {
        return Boolean.TRUE.equals(secret);
    }

    /** Whether it may have that value. */
    boolean admits(String value) {
        return oneOf == null || oneOf.isEmpty() || oneOf.contains(value);
    }
}
