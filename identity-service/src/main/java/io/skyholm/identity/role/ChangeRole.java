package io.skyholm.identity.role;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a role: a field that is left out stays, one that is null is cleared. Its name stays in any case. */
public record ChangeRole(
        @Nullable Optional<@Text String> description,
        @Nullable Boolean isDefault,

        @Schema(type = SchemaType.ARRAY, uniqueItems = true, implementation = Permission.class)
        @Size(max = 500) @Nullable Set<@NotNull @Size(max = 100) String> permissions) {

    /** A role allows no more than whoever changes it may do. */
    void applyTo(Role role, Caller caller) {
        role.description = Patch.of(description, role.description);
        role.isDefault = Patch.of(isDefault, role.isDefault);
        if (permissions != null) {
            role.permissions = PermissionNames.write(PermissionNames.parse(permissions));
        }
        role.grantable().checkGivenBy(caller);
    }
}
