package io.skyholm.audit.digest;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which digests are wanted. */
public record DigestFilter(@QueryParam("chainId") @Nullable UUID chainId) {}
