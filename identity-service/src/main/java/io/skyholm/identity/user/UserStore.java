package io.skyholm.identity.user;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds users, and writes them for all who change them. */
@Startup
@Singleton
class UserStore {

    private static final String BY_EMAIL = "lower(email) = lower($1) and status <> 'DELETED' and email_verified";
    private static final String HOLD = "select 1 from app_user where id = $1 for no key update";
    private static final Select<UserView> USERS = Select.of(UserView.class, "app_user")
            .with("fullName", "nullif(concat_ws(' ', first_name, last_name), '')")
            .with("roles", RoleGrants.NAMES)
            .with("limitedRoles", RoleGrants.LIMITED);

    private final Aggregate<User, UserView, UserFact> users;

    UserStore(Aggregates aggregates) {
        this.users = aggregates
                .of("user", User.class, USERS, UserEvents.TYPES)
                .counted(CountedKind.USERS, "status <> 'DELETED'");
    }

    Aggregate<User, UserView, UserFact> users() {
        return users;
    }

    Uni<Optional<UserView>> find(TenantScope scope, UUID id) {
        return users.views().find(scope, id);
    }

    /** The user who has proved that address; a deleted one has given it back. */
    Uni<Optional<UserView>> findByProvenEmail(String email) {
        return users.views().find(TenantScope.PLATFORM, BY_EMAIL, email);
    }

    /** A statement that had to wait still reads the roles as they were before that; hence the user is held first, and then read. */
    static Uni<Optional<User>> held(Work work, UUID id) {
        work.send(HOLD, id);
        return work.lock(User.class, id);
    }
}
