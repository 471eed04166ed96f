package io.skyholm.compute.instanceset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of an instance set as callers see it. */
@Schema(name = "InstanceSetMember")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetMemberView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID setId,
        UUID instanceId,
        String role,
        Instant joinedAt,
        @Nullable UUID addedBy) {

    static SetMemberView of(SetMember member) {
        return new SetMemberView(
                member.id,
                member.generation,
                member.tenantId,
                member.setId,
                member.instanceId,
                member.role,
                member.joinedAt,
                member.addedBy);
    }
}
