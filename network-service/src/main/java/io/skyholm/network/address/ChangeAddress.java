package io.skyholm.network.address;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of an address that is held: a field that is left out stays, a lease that is null never ends. */
public record ChangeAddress(
        @Nullable Optional<Instant> leaseExpiresAt,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {

    void applyTo(Address address, Instant now) {
        if (leaseExpiresAt != null && leaseExpiresAt.isPresent()) {
            Wanted.checkLease(leaseExpiresAt.get(), now);
        }
        address.leaseExpiresAt = Patch.of(leaseExpiresAt, address.leaseExpiresAt);
        address.tags = Patch.of(tags, address.tags);
    }
}
