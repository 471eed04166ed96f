package io.skyholm.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hangs each entry on the one before it: there is a chain for every tenant and one for the platform itself. */
public final class Chain {

    /** The chain of what belongs to no tenant. */
    public static final UUID PLATFORM = new UUID(0, 0);

    /** What the first entry of a chain hangs on. */
    public static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    /** The chain of a tenant, or of the platform. */
    public static UUID of(@Nullable UUID tenantId) {
        return tenantId == null ? PLATFORM : tenantId;
    }

    public static @Nullable UUID tenantOf(UUID chainId) {
        return chainId.equals(PLATFORM) ? null : chainId;
    }

    /** The entry that comes next in the chain. */
    public static Entry link(Head head, Occurrence what, Instant recordedAt) {
        Entry draft = new Entry(what, recordedAt, head.sequence() + 1, head.hash(), "");
        return new Entry(what, recordedAt, draft.sequence(), draft.previousHash(), hashOf(draft));
    }

    /** What the hash of the entry has to be. */
    public static String hashOf(Entry entry) {
        String hashed = entry.previousHash() + "\n" + EntryJson.hashed(entry);
        return HexFormat.of().formatHex(sha256().digest(hashed.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
