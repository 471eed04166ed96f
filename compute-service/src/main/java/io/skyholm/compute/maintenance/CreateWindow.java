package io.skyholm.compute.maintenance;

import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a machine will be maintained. */
public record CreateWindow(
        @NotNull UUID computeMachineId,

        @NotNull @Schema(description = "When it begins: in the future, at most a year from now")
        Instant startsAt,

        @NotNull @Schema(description = "When it is expected to be over, as tenants are told")
        Instant endsAt,

        @Schema(description = "What it is for, as tenants are told") @Text @Nullable String reason,

        @Schema(description = "Whether what is still on the machine then is moved away; so unless it says otherwise")
        @Nullable Boolean drain) {

    MaintenancePeriod span() {
        return new MaintenancePeriod(startsAt, endsAt);
    }

    boolean drains() {
        return drain == null || drain;
    }
}
