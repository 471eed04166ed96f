package io.skyholm.network.networkingconfig;

import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a document: a field that is left out stays; what it settles is replaced as a whole. */
public record ChangeNetworkingConfig(
        @Size(max = 16) @Nullable Map<String, Object> config,
        @Nullable Boolean isActive) {

    void applyTo(NetworkingConfig document) {
        document.config = config == null ? document.config : ConfigSchemas.checked(document.type, config);
        document.isActive = Patch.of(isActive, document.isActive);
    }
}
