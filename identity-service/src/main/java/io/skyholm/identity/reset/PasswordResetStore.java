package io.skyholm.identity.reset;

import io.skyholm.identity.secret.TokenTable;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds password resets. */
@Singleton
class PasswordResetStore {

    static final TokenTable TOKENS =
            new TokenTable("select id from password_reset", "update password_reset", "used_at is null");

    private final TenantRead read;

    PasswordResetStore(TenantRead read) {
        this.read = read;
    }

    /** Whose password it is for. */
    Uni<UUID> userOf(UUID id) {
        return read.one(
                        TenantScope.PLATFORM,
                        Statement.of("select user_id from password_reset where id = $1", id),
                        row -> row.getUUID("user_id"))
                .map(Optional::orElseThrow);
    }
}
