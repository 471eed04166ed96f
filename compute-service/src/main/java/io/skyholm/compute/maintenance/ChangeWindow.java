package io.skyholm.compute.maintenance;

import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a planned window: a field that is left out stays, a reason that is null is cleared. */
public record ChangeWindow(
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Optional<@Text String> reason) {

    void applyTo(Window window, Instant now) {
        if (startsAt != null || endsAt != null) {
            MaintenancePeriod wanted =
                    new MaintenancePeriod(Patch.of(startsAt, window.startsAt), Patch.of(endsAt, window.endsAt));
            window.reschedule(wanted.checked(now));
        }
        window.reason = Patch.of(reason, window.reason);
    }
}
