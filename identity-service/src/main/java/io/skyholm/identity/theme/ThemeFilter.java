package io.skyholm.identity.theme;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which themes are wanted. */
public record ThemeFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("name") @Nullable String name) {}
