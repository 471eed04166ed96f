package io.skyholm.network.securitygroup;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which security groups are wanted. */
public record SecurityGroupFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("isDefault") @Nullable Boolean isDefault,
        @QueryParam("name") @Nullable String name) {}
