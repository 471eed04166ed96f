package io.skyholm.compute.stackscript;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which scripts are wanted. */
public record StackScriptFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("name") @Nullable String name,
        @QueryParam("isActive") @Nullable Boolean isActive) {}
