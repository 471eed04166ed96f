package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.record.Projection;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user is and may become. */
class UserTest {

    private final User user = new User(
            UUID.randomUUID(),
            UUID.randomUUID(),
            RequestBody.read("""
                    {"username": "ada", "email": "ada@example.com", "roles": ["USER", "TENANT_ADMIN"]}""", CreateUser.class),
            Revision.first(null, Instant.EPOCH));

    @Test
    void newUserIsActiveAndNotYetInTheDirectory() {
        assertThat(user.status).isEqualTo(UserStatus.ACTIVE);
        assertThat(user.directoryState).isEqualTo(DirectoryState.PENDING);
        assertThat(user.emailVerified).isFalse();
        assertThat(user.roles()).containsExactly("TENANT_ADMIN", "USER");
    }

    @Test
    void roleIsGivenAndTaken() {
        user.give("colourist");
        assertThat(user.roles()).containsExactly("TENANT_ADMIN", "USER", "colourist");
        assertThat(user.holds("colourist")).isTrue();
        user.take("USER");
        assertThat(user.roles()).containsExactly("TENANT_ADMIN", "colourist");
    }

    @Test
    void roleIsHeldOnce() {
        assertThatThrownBy(() -> user.give("USER")).hasMessage("The user holds the role USER already");
        assertThat(user.roles()).containsExactly("TENANT_ADMIN", "USER");
    }

    @Test
    void roleThatIsNotHeldIsNotTaken() {
        assertThatThrownBy(() -> user.take("colourist")).hasMessageContaining("no role assignment");
        assertThat(user.roles()).containsExactly("TENANT_ADMIN", "USER");
    }

    @Test
    void rolesAreReplacedByThoseThatAreNamed() {
        user.hold(List.of("b", "a", "b"));
        assertThat(user.roles()).containsExactly("a", "b");
    }

    @Test
    void activeUserAdministersByTheirBuiltInRoles() {
        assertThat(user.administration()).containsExactly("TENANT_ADMIN");
        user.hold(List.of("ADMIN", "TENANT_ADMIN", "colourist"));
        assertThat(user.administration()).containsExactlyInAnyOrder("ADMIN", "TENANT_ADMIN");
        user.hold(List.of("USER", "OPERATOR"));
        assertThat(user.administration()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void whoMayNotComeInAdministersNothing(UserStatus status) {
        user.status = status;
        assertThat(user.administration()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"Ada, Lovelace, Ada Lovelace", "Ada, -, Ada", "-, Lovelace, Lovelace", "-, -, -"})
    void fullNameIsOfTheNamesThatAreThere(@Nullable String first, @Nullable String last, @Nullable String full) {
        user.firstName = first;
        user.lastName = last;
        assertThat(user.fullName()).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"Ada, Ada", "-, ada"})
    void whoHasNoNameIsAddressedByTheirUsername(@Nullable String first, String addressed) {
        user.firstName = first;
        assertThat(Projection.of(User.class, UserView.class).apply(user).displayName())
                .isEqualTo(addressed);
    }

    @Test
    void rolesWithinGroupsAreBounded() {
        for (int given = 0; given < User.MOST_LIMITED_ROLES; given++) {
            user.giveWithin(new LimitedRole("USER", UUID.randomUUID()));
        }

        Refused.by("TOO_MANY_LIMITED_ROLES", () -> user.giveWithin(new LimitedRole("USER", UUID.randomUUID())));
        assertThat(user.limitedRoles()).hasSize(User.MOST_LIMITED_ROLES);
    }

    @Test
    void deletedUsersTokensEndWithThem() {
        user.delete(Instant.parse("2026-02-01T12:00:00.123456789Z"));
        assertThat(user.status).isEqualTo(UserStatus.DELETED);
        assertThat(user.tokensNotBefore).isEqualTo("2026-02-01T12:00:00.123456Z");
    }
}
