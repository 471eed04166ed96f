package io.skyholm.identity.accessgrant;

import io.skyholm.events.access.AccessGrantPermissions;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator asks a tenant for; without permissions it is to look. */
public record RequestAccess(
        @NotNull UUID tenantId,
        @NotNull @Name String reason,
        @NotNull @Min(5) @Max(480) Integer minutes,

        @Schema(type = SchemaType.ARRAY, uniqueItems = true, implementation = Permission.class)
        @Size(min = 1, max = 200) @Nullable Set<@NotNull @Size(max = 100) String> permissions) {

    /** The permissions that are asked for; what no grant can carry is refused. */
    Set<Permission> asked() {
        if (permissions == null) {
            return AccessGrantPermissions.reading();
        }
        Set<Permission> asked = new TreeSet<>();
        permissions.forEach(name -> asked.add(grantable(name)));
        return asked;
    }

    private static Permission grantable(String name) {
        return AccessGrantPermissions.most().stream()
                .filter(permission -> permission.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AccessGrantProblems.notGrantable(name));
    }
}
