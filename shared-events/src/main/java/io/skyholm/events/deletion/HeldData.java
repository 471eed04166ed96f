package io.skyholm.events.deletion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** How much of one kind of data a service still holds, and how much it has deleted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldData(
        @JsonPropertyDescription("What it is, as in instances.")
        String name,

        @JsonPropertyDescription("How many are left; a large number may be cut.")
        long left,

        @JsonPropertyDescription("How many have been deleted, or begun to be.")
        long deleted,

        @JsonPropertyDescription("Why the rest is not deleted yet.") @Nullable String waitsFor) {}
