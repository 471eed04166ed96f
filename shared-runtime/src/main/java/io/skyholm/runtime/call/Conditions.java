package io.skyholm.runtime.call;

import org.jspecify.annotations.Nullable;

/** What a caller attaches to a change: carry it out once, only on this version, or only in thought. */
public record Conditions(
        @Nullable String idempotencyKey, @Nullable String ifMatch, boolean dryRun) {

    /** No condition at all. */
    public static final Conditions NONE = new Conditions(null, null, false);
}
