package io.skyholm.identity.sshkey;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new public key; without a user it is the caller's. */
public record AddSshKey(
        @NotNull @Name String name,
        @NotNull @NotBlank @Size(max = 8192) String publicKey,
        @Nullable UUID userId) {

    /** Whose key it will be: the caller's own, or that of a user whose keys they keep. */
    UUID owner(Caller caller) {
        UUID owner = userId == null ? caller.id() : userId;
        if (!SshKeyAccess.keeps(caller, owner)) {
            throw SshKeyProblems.userNotFound();
        }
        return owner;
    }
}
