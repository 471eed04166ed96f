package io.skyholm.identity.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who keeps whose SSH keys. */
class SshKeyAccessTest {

    private static final UUID SOMEBODY = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void everybodyKeepsTheirOwn(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(SshKeyAccess.keeps(caller, caller.id())).isTrue();
        assertThatCode(() -> SshKeyAccess.checkKept(caller, caller.id())).doesNotThrowAnyException();
        assertThat(key(null).owner(caller)).isEqualTo(caller.id());
        assertThat(key(caller.id()).owner(caller)).isEqualTo(caller.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "TENANT_ADMIN"})
    void administratorsKeepThoseOfOthers(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(SshKeyAccess.keeps(caller, SOMEBODY)).isTrue();
        assertThat(SshKeyAccess.only(caller)).isNull();
        assertThat(key(SOMEBODY).owner(caller)).isEqualTo(SOMEBODY);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "USER"})
    void fromOthersTheyAreHidden(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(SshKeyAccess.only(caller)).isEqualTo(caller.id());
        assertThatThrownBy(() -> SshKeyAccess.checkKept(caller, SOMEBODY)).hasMessageContaining("no SSH key");
        assertThatThrownBy(() -> key(SOMEBODY).owner(caller))
                .hasMessage("userId names no user for whom you may add keys");
    }

    @Test
    void keyWithoutANameOrWithoutAKeyIsRefused() {
        assertThat(Constraints.brokenBy(new AddSshKey("", " ", null))).containsExactlyInAnyOrder("name", "publicKey");
    }

    private static AddSshKey key(@Nullable UUID user) {
        return new AddSshKey("Laptop", "ssh-ed25519 AAAA", user);
    }
}
