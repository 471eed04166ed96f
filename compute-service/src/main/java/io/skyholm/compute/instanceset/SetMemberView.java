package io.skyholm.compute.instanceset;

import io.skyholm.runtime.record.Projection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of an instance set as callers see it. */
@Schema(name = "InstanceSetMember")
public record SetMemberView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID setId,
        UUID instanceId,
        String role,
        Instant joinedAt,
        @Nullable UUID addedBy) {

    private static final Projection<SetMember, SetMemberView> OF = Projection.of(SetMember.class, SetMemberView.class);

    static SetMemberView of(SetMember member) {
        return OF.apply(member);
    }
}
