package io.skyholm.network.address;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of an address that is held: a field that is left out stays, a lease that is null never ends, a name that is null is
 * none.
 */
public record ChangeAddress(
        @Nullable Optional<Instant> leaseExpiresAt,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags,

        @Nullable Optional<@ReverseName String> reverseName) {

    void applyTo(Address address, Instant now) {
        if (leaseExpiresAt != null) {
            address.checkNotOfPort();
        }
        if (leaseExpiresAt != null && leaseExpiresAt.isPresent()) {
            RequestedAddress.checkLease(leaseExpiresAt.get(), now);
        }
        address.leaseExpiresAt = Patch.of(leaseExpiresAt, address.leaseExpiresAt);
        if (reverseName != null && reverseName.isPresent() && address.rangeSize > 1) {
            throw AddressProblems.notOne();
        }
        address.tags = Patch.of(tags, address.tags);
        address.reverseName = Patch.of(lowered(), address.reverseName);
    }

    /** The net knows no capitals. */
    private @Nullable Optional<String> lowered() {
        return reverseName == null ? null : reverseName.map(name -> name.toLowerCase(Locale.ROOT));
    }
}
