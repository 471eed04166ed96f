package io.skyholm.identity.role;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new role; without a tenant it is the caller's. */
public record CreateRole(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable Boolean isDefault,

        @Schema(type = SchemaType.ARRAY, uniqueItems = true, implementation = Permission.class)
        @NotNull @Size(max = 500) Set<@NotNull @Size(max = 100) String> permissions) {}
