package io.skyholm.identity.me;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller, as every service sees them now. */
@Schema(name = "Me")
public record MeView(
        UUID id,
        UUID tenantId,
        String username,
        List<String> roles,

        @Schema(description = "What the roles allow with all that the tenant has, less what the credential leaves out")
        List<Permission> permissions,

        @Schema(
                description =
                        "What they may do within projects only, with what belongs to members of these user groups")
        List<LimitedPermission> limitedPermissions,

        @Schema(description = "Whether the tenant is suspended: then nothing may be changed")
        boolean readOnly,

        @Schema(description = "With what the caller came in")
        String credential,

        @Schema(description = "Of the session, the API key or the service account") @Nullable UUID credentialId) {

    static MeView of(Caller caller) {
        return new MeView(
                caller.id(),
                caller.tenantId(),
                caller.username(),
                caller.roles().stream().sorted().toList(),
                caller.permissions().stream().sorted().toList(),
                caller.rights().limited().entrySet().stream()
                        .map(LimitedPermission::of)
                        .sorted(Comparator.comparing(LimitedPermission::permission))
                        .toList(),
                caller.readOnly(),
                caller.credential().kind().name(),
                caller.credential().id());
    }
}
