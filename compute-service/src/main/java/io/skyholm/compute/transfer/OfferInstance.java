package io.skyholm.compute.transfer;

import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new offer of an instance. */
public record OfferInstance(
        @NotNull UUID instanceId,

        @Schema(description = "The tenant that it is offered to. Whether there is such a tenant is not said.") @NotNull UUID toTenantId,

        @Text @Nullable String message,

        @Schema(description = "After how many days it expires; 7 unless it is said") @Min(1) @Max(MOST_DAYS) @Nullable Integer expiresInDays) {

    private static final int MOST_DAYS = 30;
    private static final int USUAL_DAYS = 7;

    int days() {
        return expiresInDays == null ? USUAL_DAYS : expiresInDays;
    }
}
