package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import java.time.Instant;
import java.util.List;

/** Signs with a key of this process, which ends with it: for tests, and where no signer is configured. */
public final class EphemeralSigner implements Signer {

    private final SigningKey key = SigningKey.random();

    @Override
    public Signed sign(List<Head> heads, Instant now) {
        return new Signed(
                key.verifying(), heads.stream().map(head -> key.sign(head, now)).toList(), List.of());
    }
}
