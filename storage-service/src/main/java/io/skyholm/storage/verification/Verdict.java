package io.skyholm.storage.verification;

import io.skyholm.storage.version.Verified;
import org.jspecify.annotations.Nullable;

/**
 * What is known of bytes so far.
 *
 * @param reason why they are refused; null unless they are
 * @param verified what has been found of them; null until they have been read to the end
 */
record Verdict(@Nullable String reason, @Nullable Verified verified) {

    static final Verdict OPEN = new Verdict(null, null);

    static Verdict refused(String reason) {
        return new Verdict(reason, null);
    }

    static Verdict of(Verified verified) {
        return new Verdict(null, verified);
    }

    boolean isOpen() {
        return reason == null && verified == null;
    }
}
