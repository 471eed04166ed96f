package io.skyholm.identity.registration;

import io.skyholm.identity.secret.TokenTable;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds registrations. */
@Singleton
class RegistrationStore {

    static final TokenTable TOKENS =
            new TokenTable("select id from registration", "update registration", "used_at is null");

    private static final String FIND =
            "select tenant_name, username, email, first_name, last_name from registration where id = $1";

    private final TenantRead read;

    RegistrationStore(TenantRead read) {
        this.read = read;
    }

    /** What somebody asked for. */
    Uni<Register> request(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(FIND, id), RowType.of(Register.class))
                .map(Optional::orElseThrow);
    }
}
