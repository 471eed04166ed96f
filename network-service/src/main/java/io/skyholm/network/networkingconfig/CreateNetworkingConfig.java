package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new document; if it is active, and it is unless said otherwise, it takes the place of the one that was. */
public record CreateNetworkingConfig(
        @NotNull NetworkingConfigType type,
        @NotNull @Size(max = 16) Map<String, Object> config,
        @Nullable Boolean isActive) {}
