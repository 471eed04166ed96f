package io.skyholm.audit.head;

import io.skyholm.audit.chain.ChainBreak;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the verification of a chain found. */
@Schema(name = "AuditVerification")
public record VerificationView(
        UUID chainId,

        @Schema(
                description =
                        "The first entry that was looked at: those before it are in the archive, or were not asked for")
        long fromSequence,

        @Schema(description = "How many entries are whole") long entries,

        @Schema(description = "How many signed digests agree")
        long digestsChecked,

        boolean verified,

        @Schema(description = "The first entry that is not what it should be") @Nullable ChainBreak firstBad,

        @Schema(description = "The fromSequence to go on with, if the answer ended before the chain did") @Nullable Long nextSequence) {}
