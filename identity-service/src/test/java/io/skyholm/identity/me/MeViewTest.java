package io.skyholm.identity.me;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers are told of themselves. */
class MeViewTest {

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void callerMayDoWhatTheirRolesAllow(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        MeView view = MeView.of(caller);
        assertThat(view.id()).isEqualTo(caller.id());
        assertThat(view.tenantId()).isEqualTo(caller.tenantId());
        assertThat(view.roles()).containsExactly(role.name());
        assertThat(view.permissions()).containsExactlyInAnyOrderElementsOf(role.permissions());
        assertThat(view.readOnly()).isFalse();
    }

    @Test
    void rolesAndPermissionsAreInOrder() {
        Permission read = Permission.parse("INSTANCE:READ");
        Permission create = Permission.parse("INSTANCE:CREATE");
        MeView view = MeView.of(caller(Set.of("b", "c", "a"), Set.of(read, create), Credential.Kind.SESSION));
        assertThat(view.roles()).containsExactly("a", "b", "c");
        assertThat(view.permissions()).containsExactlyInAnyOrder(create, read).isSorted();
    }

    @Test
    void programIsToldWithWhichKeyItCameInAndThatItMayOnlyLook() {
        Caller program = caller(Set.of(), Set.of(), Credential.Kind.API_KEY);
        MeView view = MeView.of(program);
        assertThat(view.credential()).isEqualTo("API_KEY");
        assertThat(view.credentialId()).isEqualTo(program.credential().id());
        assertThat(view.readOnly()).isTrue();
    }

    private static Caller caller(Set<String> roles, Set<Permission> permissions, Credential.Kind kind) {
        Credential credential = new Credential(kind, UUID.randomUUID());
        return new Caller(UUID.randomUUID(), "ada", UUID.randomUUID(), roles, permissions, true, credential);
    }
}
