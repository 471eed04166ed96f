package io.skyholm.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.audit.chain.Details;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Occurrence;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An audit entry as callers see it. */
@Schema(name = "AuditEntry")
public record AuditEntryView(
        @Schema(description = "The id of the event that it records")
        UUID id,

        @Nullable UUID tenantId,

        @Schema(description = "Who did it; absent where the platform acted by itself") @Nullable UUID userId,

        @Schema(
                description = "With what they proved who they are",
                examples = "session:01977a40-4000-7b21-8a10-5e10c2d4a301")
        @Nullable String credential,

        @Schema(description = "What was done, or was to be", examples = "CREATED")
        String action,

        @Schema(description = "To what kind of thing", examples = "TENANT")
        String resourceType,

        @Schema(description = "Absent for a call that named none") @Nullable String resourceId,

        String eventType,
        long generation,

        @Schema(description = "Shared by all that one request caused")
        String correlationId,

        @Schema(
                implementation = Object.class,
                description = "What it was afterwards, or what the call was, as any JSON")
        JsonNode details,

        @Nullable String ipAddress,
        @Nullable String userAgent,
        AuditStatus status,
        @Schema(description = "When it was done") Instant createdAt,
        @Schema(description = "When it was recorded") Instant recordedAt,

        @Schema(description = "Its place in the chain of its tenant, from 1")
        long sequence,

        @Schema(description = "The hash of the entry before it, SHA-256 in hex")
        String previousHash,

        @Schema(description = "Of all of this and of the hash before it, SHA-256 in hex")
        String hash) {

    /** By position and not by name: an entry is two records, since its hash is of what happened with its place in the chain. */
    static AuditEntryView of(Entry entry) {
        Occurrence what = entry.what();
        return new AuditEntryView(
                what.id(),
                what.tenantId(),
                what.userId(),
                what.credential(),
                what.action(),
                what.resourceType(),
                what.resourceId(),
                what.eventType(),
                what.generation(),
                what.correlationId(),
                Details.read(what.details()),
                what.ipAddress(),
                what.userAgent(),
                what.status(),
                what.createdAt(),
                entry.recordedAt(),
                entry.sequence(),
                entry.previousHash(),
                entry.hash());
    }
}
