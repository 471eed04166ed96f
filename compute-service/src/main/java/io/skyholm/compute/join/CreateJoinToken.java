package io.skyholm.compute.join;

import io.skyholm.compute.input.TagName;
import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new token with which one host may join a pool, and what its machine shall be there. */
public record CreateJoinToken(
        @NotNull UUID resourcePoolId,

        @Schema(description = "An hour unless it says otherwise") @Min(60) @Max(2_592_000) @Nullable Integer expiresInSeconds,

        @Nullable MachineType machineType,
        @Nullable RentalMode rentalMode,
        @Size(max = 50) List<@TagName String> tags) {

    private static final int HOUR = 3_600;

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public CreateJoinToken {
        tags = tags == null ? List.of() : tags;
    }

    int lifeSeconds() {
        return expiresInSeconds == null ? HOUR : expiresInSeconds;
    }
}
