package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.VerifyingKey;
import java.time.Instant;
import java.util.List;

/** Signs where chains end. Blocks. */
public interface Signer {

    /** The digests of these places, as far as they are signed, and the key that they are to be verified with. */
    Signed sign(List<Head> heads, Instant now);

    /** What was signed, in the order in which it was asked for, and what was not. */
    record Signed(VerifyingKey key, List<Digest> digests, List<Refused> refused) {}

    /** A place that is not signed, and why. */
    record Refused(Head head, String reason) {}
}
