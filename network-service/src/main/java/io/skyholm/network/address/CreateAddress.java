package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.network.cidr.AddressText;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address that a tenant wants to hold, or one or more that shall be kept from being given. */
public record CreateAddress(
        @NotNull UUID subnetId,

        @Schema(description = "FLOATING, unless it says RESERVATION") @Nullable AddressKind kind,

        @Schema(description = "Whose it becomes in a subnet of the platform; the caller's tenant if left out") @Nullable UUID tenantId,

        @Schema(description = "The one wanted; the next free one if left out") @AddressText @Nullable String ipAddress,

        @Schema(description = "4 or 6; that of the subnet's cidrBlock if left out") @Min(4) @Max(6) @Nullable Integer ipVersion,

        @Schema(description = "How many addresses, from ipAddress on, are kept") @Min(1) @Max(16_777_216) @Nullable Integer rangeSize,

        @Schema(description = "When it is given back by itself") @Nullable Instant leaseExpiresAt,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {}
