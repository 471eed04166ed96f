package io.skyholm.identity.sshkey;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which SSH keys are wanted. */
public record SshKeyFilter(@QueryParam("userId") @Nullable UUID userId) {}
