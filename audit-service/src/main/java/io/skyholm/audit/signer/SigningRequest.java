package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Head;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** One line to the signer: which place in which chain, and when. */
record SigningRequest(Head head, Instant at) {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int PARTS = 4;

    static SigningRequest read(String line) {
        String[] parts = SPACE.split(line, -1);
        if (parts.length != PARTS || !HASH.matcher(parts[2]).matches()) {
            throw new IllegalArgumentException("chain, sequence, hash and time are needed");
        }
        try {
            UUID chain = UUID.fromString(parts[0]);
            Head head = new Head(chain, Chain.tenantOf(chain), Long.parseLong(parts[1]), parts[2]);
            return new SigningRequest(head, Instant.parse(parts[3]));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(noTime);
        }
    }

    String line() {
        return head.chainId() + " " + head.sequence() + " " + head.hash() + " " + at;
    }
}
