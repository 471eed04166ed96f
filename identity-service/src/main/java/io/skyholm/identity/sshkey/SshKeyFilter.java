package io.skyholm.identity.sshkey;

import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which SSH keys are wanted. */
public record SshKeyFilter(
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("deleted") @Nullable Deleted deleted) implements DeletableFilter {}
