package io.skyholm.audit.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first place at which a chain is not whole, and why. */
public record ChainBreak(long sequence, @Nullable UUID id, String reason) {}
