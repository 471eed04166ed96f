package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.VerifyingKey;
import java.time.Instant;
import java.util.List;

/** Signs where chains end. Blocks. */
public interface Signer {

    /** The digests of these places, in their order, and the key that they are to be verified with. */
    Signed sign(List<Head> heads, Instant now);

    /** What was signed. */
    record Signed(VerifyingKey key, List<Digest> digests) {}
}
