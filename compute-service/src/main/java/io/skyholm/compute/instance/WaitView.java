package io.skyholm.compute.instance;

import io.skyholm.compute.placement.Explanation;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an instance waits for a place, and why. */
@Schema(name = "PlacementWait")
public record WaitView(
        @Schema(description = "1 for who is first; those of other tenants count too")
        long position,

        Instant since,
        Explanation explanation) {}
