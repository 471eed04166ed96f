package io.skyholm.compute.instanceset;

import io.skyholm.compute.template.Version;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that a set template names, made at once as members of the set. */
public record LaunchSet(
        @NotNull UUID templateId,

        @Schema(description = "Of which version of the template; or else as it is now") @Version @Nullable String templateVersion,

        @Nullable UUID edgeDataCenterId,
        @Nullable UUID resourcePoolId,
        @Name @Nullable String region,
        @Min(0) @Max(604_800) @Nullable Integer waitSeconds) {}
