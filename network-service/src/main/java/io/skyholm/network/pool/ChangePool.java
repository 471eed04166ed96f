package io.skyholm.network.pool;

import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.IpPoolConfig;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a pool: a field that is left out stays. */
public record ChangePool(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Valid @Nullable IpPoolConfig ipPoolConfig,
        @Nullable AddressPoolStatus status) {

    void applyTo(IpPool pool) {
        pool.name = Patch.of(name, pool.name);
        pool.description = Patch.of(description, pool.description);
        pool.ipPoolConfig = Patch.of(ipPoolConfig, pool.ipPoolConfig);
        pool.status = Patch.status(status, pool.status, AddressPoolStatus.DELETED);
    }
}
