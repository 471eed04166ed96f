package io.skyholm.compute.join;

import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A join token as its maker sees it. */
@Schema(name = "JoinToken")
public record JoinTokenView(
        UUID id,
        long generation,
        UUID resourcePoolId,
        @Nullable MachineType machineType,
        @Nullable RentalMode rentalMode,
        List<String> tags,

        @Schema(description = "The token itself: shown once, in the answer to its creation, and kept nowhere") @Nullable String token,

        @Schema(description = "The machine that joined with it") @Nullable UUID machineId,

        Instant createdAt,
        @Nullable UUID createdBy,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    /** By position and not by name: the token itself is kept nowhere, and the machine has its id before it is shown. */
    static JoinTokenView of(JoinToken token) {
        return new JoinTokenView(
                token.id,
                token.generation(),
                token.resourcePoolId,
                token.machineType,
                token.rentalMode,
                List.of(token.tags),
                null,
                token.usedAt == null ? null : token.machineId,
                token.createdAt,
                token.createdBy,
                token.expiresAt,
                token.usedAt,
                token.revokedAt);
    }

    /** The same with the token itself, for the one time that it is shown. */
    JoinTokenView showing(TokenText made) {
        return new JoinTokenView(
                id,
                generation,
                resourcePoolId,
                machineType,
                rentalMode,
                tags,
                made.text(),
                machineId,
                createdAt,
                createdBy,
                expiresAt,
                usedAt,
                revokedAt);
    }
}
