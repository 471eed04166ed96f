package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which addresses are wanted. */
public record AddressFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("subnetId") @Nullable UUID subnetId,
        @QueryParam("ipPoolId") @Nullable UUID ipPoolId,
        @QueryParam("instanceId") @Nullable UUID instanceId,
        @QueryParam("status") @Nullable AddressStatus status,
        @QueryParam("kind") @Nullable AddressKind kind,
        @QueryParam("ipAddress") @Nullable String ipAddress,

        @BeanParam @Condition("words_of(tags)") TagFilter tags) {}
