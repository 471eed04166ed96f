package io.skyholm.storage.verification;

import io.skyholm.storage.version.Verified;
import org.jspecify.annotations.Nullable;

/**
 * What is known of bytes so far.
 *
 * @param reason why they are refused; null unless they are
 * @param verified what has been found of them; null until they have been read to the end
 */
record VerificationResult(@Nullable String reason, @Nullable Verified verified) {

    static final VerificationResult OPEN = new VerificationResult(null, null);

    static VerificationResult refused(String reason) {
        return new VerificationResult(reason, null);
    }

    static VerificationResult of(Verified verified) {
        return new VerificationResult(null, verified);
    }

    boolean isOpen() {
        return reason == null && verified == null;
    }
}
