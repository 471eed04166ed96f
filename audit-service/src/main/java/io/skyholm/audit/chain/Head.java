package io.skyholm.audit.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a chain: behind the entry of that sequence and hash. */
public record Head(UUID chainId, @Nullable UUID tenantId, long sequence, String hash) {

    /** The place before the first entry. */
    public static Head beginning(UUID chainId) {
        return new Head(chainId, Chain.tenantOf(chainId), 0, Chain.BEGINNING);
    }

    /** The place behind that entry. */
    public static Head behind(Entry entry) {
        return new Head(entry.what().chainId(), entry.what().tenantId(), entry.sequence(), entry.hash());
    }
}
