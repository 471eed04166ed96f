package io.skyholm.storage.transfer;

import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new offer of a disk or an image. */
public record OfferStorage(
        @NotNull TransferredType resourceType,
        @NotNull UUID resourceId,

        @Schema(
                description =
                        "The tenant that it is offered to; without one, whoever has the key that the answer shows accepts it. Whether there is such a tenant is not said.")
        @Nullable UUID toTenantId,

        @Text @Nullable String message,

        @Schema(description = "After how many days it expires; 7 unless it is said") @Min(1) @Max(MOST_DAYS) @Nullable Integer expiresInDays) {

    private static final int MOST_DAYS = 30;
    private static final int USUAL_DAYS = 7;

    int days() {
        return expiresInDays == null ? USUAL_DAYS : expiresInDays;
    }

    /** Refuses to give somebody what they have. */
    void checkIsAnothers(Goods goods) {
        if (goods.tenantId().equals(toTenantId)) {
            throw StorageTransferProblems.isTheirs();
        }
    }
}
