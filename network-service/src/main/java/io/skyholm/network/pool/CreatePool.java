package io.skyholm.network.pool;

import io.skyholm.events.network.IpPoolConfig;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new pool of the addresses of a subnet, and its owner's. */
public record CreatePool(
        @NotNull UUID subnetId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Valid @Nullable IpPoolConfig ipPoolConfig) {}
