package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees which keys, and how much a key of theirs may allow. */
class KeyAccessTest {

    private static final Permission READ = new Permission(ResourceType.TENANT, Action.READ);
    private static final Permission DELETE = new Permission(ResourceType.TENANT, Action.DELETE);

    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);

    @Test
    void keyWithoutPermissionsAllowsWhateverItsOwnerMayDo() {
        assertThat(KeyAccess.allowed(owner, null)).isNull();
    }

    @Test
    void keyThatWasMadeWithANarrowKeyIsNoWider() {
        Caller program = new Caller(
                owner.id(),
                "ada",
                owner.tenantId(),
                owner.roles(),
                Set.of(READ),
                false,
                new Credential(Credential.Kind.API_KEY, UUID.randomUUID()));
        assertThat(KeyAccess.allowed(program, null)).containsExactly(READ);
    }

    @Test
    void keyAllowsAPartOfWhatItsOwnerMayDo() {
        assertThat(KeyAccess.allowed(owner, Set.of(READ))).containsExactly(READ);
        assertThat(KeyAccess.allowed(owner, Set.of())).isEmpty();
    }

    @Test
    void keyThatWouldAllowMoreIsRefused() {
        assertThatThrownBy(() -> KeyAccess.allowed(owner, Set.of(READ, DELETE)))
                .hasMessage("The key would allow more than you may do yourself");
    }

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void everybodyKeepsKeysOfTheirOwn(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThatCode(() -> KeyAccess.checkVisible(caller, caller.id())).doesNotThrowAnyException();
        for (Action action : Set.of(Action.READ, Action.CREATE, Action.UPDATE, Action.DELETE)) {
            assertThat(role.may(ResourceType.API_KEY, action)).as("%s", action).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "TENANT_ADMIN"})
    void keysOfOthersAreSeenByThoseWhoManageThem(BuiltInRole role) {
        assertThatCode(() -> KeyAccess.checkVisible(TestCallers.as(role), UUID.randomUUID()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "USER"})
    void fromAllOthersTheyAreHidden(BuiltInRole role) {
        assertThatThrownBy(() -> KeyAccess.checkVisible(TestCallers.as(role), UUID.randomUUID()))
                .hasMessageContaining("no API key");
    }

    @Test
    void whoManagesNoKeysListsTheirOwnWhoeverTheyAskFor() {
        Caller user = TestCallers.as(BuiltInRole.USER);
        assertThat(KeyAccess.visible(user, new ApiKeyFilter(UUID.randomUUID(), true)))
                .isEqualTo(new ApiKeyFilter(user.id(), true));
    }

    @Test
    void whoManagesKeysListsThoseTheyAskFor() {
        ApiKeyFilter filter = new ApiKeyFilter(UUID.randomUUID(), null);
        assertThat(KeyAccess.visible(owner, filter)).isEqualTo(filter);
    }
}
