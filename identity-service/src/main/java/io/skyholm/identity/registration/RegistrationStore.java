package io.skyholm.identity.registration;

import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds registrations. */
@Singleton
class RegistrationStore {

    private static final String FIND =
            "select tenant_name, username, email, first_name, last_name from registration where id = $1";

    private final TenantRead read;

    RegistrationStore(TenantRead read) {
        this.read = read;
    }

    /** What somebody asked for. */
    Uni<Register> request(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(FIND, id), RegistrationStore::request)
                .map(Optional::orElseThrow);
    }

    private static Register request(Row row) {
        return new Register(
                row.getString("tenant_name"),
                row.getString("username"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"));
    }
}
