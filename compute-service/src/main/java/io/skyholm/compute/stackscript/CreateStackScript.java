package io.skyholm.compute.stackscript;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new script; without a tenant it is the caller's, or the platform's if they work for the operator. */
public record CreateStackScript(
        @Nullable UUID tenantId,
        @NotNull @Name String name,

        @Schema(description = "What another system calls it") @Name @Nullable String externalId,

        @NotNull @Valid ScriptData scriptData,
        @Text @Nullable String description,
        @Nullable Boolean isActive,

        @Schema(description = "Whether every tenant may use it; only the platform says so") @Nullable Boolean isPublic) {}
