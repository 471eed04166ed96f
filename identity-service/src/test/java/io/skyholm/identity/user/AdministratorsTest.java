package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When somebody else must administer for a user to be changed. */
class AdministratorsTest {

    private static final Set<String> OWNER = Set.of("TENANT_ADMIN");
    private static final Set<String> PLATFORM = Set.of("ADMIN", "TENANT_ADMIN");
    private static final Set<String> NOTHING = Set.of();

    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);
    private final Caller admin = TestCallers.as(BuiltInRole.ADMIN);

    @Test
    void tenantKeepsAnAdministrator() {
        assertThat(Administrators.needed(owner, OWNER, NOTHING)).contains(BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void whoOwnsThePlatformMayLeaveATenantWithoutAnAdministrator() {
        assertThat(Administrators.needed(admin, OWNER, NOTHING)).isEmpty();
    }

    @Test
    void operatorMayNotLeaveATenantWithoutAnAdministrator() {
        Caller operator = TestCallers.as(BuiltInRole.OPERATOR);
        assertThat(Administrators.needed(operator, OWNER, NOTHING)).contains(BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void platformKeepsAnAdministratorWhoeverAsks() {
        assertThat(Administrators.needed(admin, PLATFORM, NOTHING)).contains(BuiltInRole.ADMIN);
        assertThat(Administrators.needed(admin, PLATFORM, OWNER)).contains(BuiltInRole.ADMIN);
    }

    @Test
    void whoAdministersAsBeforeIsChangedFreely() {
        assertThat(Administrators.needed(owner, OWNER, OWNER)).isEmpty();
        assertThat(Administrators.needed(owner, OWNER, PLATFORM)).isEmpty();
    }

    @Test
    void whoNeverAdministeredIsChangedFreely() {
        assertThat(Administrators.needed(owner, NOTHING, NOTHING)).isEmpty();
        assertThat(Administrators.needed(owner, NOTHING, OWNER)).isEmpty();
    }
}
