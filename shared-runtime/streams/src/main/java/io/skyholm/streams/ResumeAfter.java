package io.skyholm.streams;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Where a stream goes on for a client that was cut off. */
public record ResumeAfter(
        @HeaderParam(LastEventId.HEADER) @Parameter(description = "The id of the last event that arrived") @Nullable String last) {}
