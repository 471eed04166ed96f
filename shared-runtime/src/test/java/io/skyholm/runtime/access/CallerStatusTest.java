package io.skyholm.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.rights.Rights;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerStatusTest {

    private static final Instant LIMIT = Instant.parse("2026-03-02T09:31:12.400Z");

    @Test
    void whoIsUnknownYetIsWelcome() {
        assertThatCode(() -> standing(null, null).checkWelcome()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void userWhoIsNotActiveIsNotWelcome(UserStatus status) {
        assertThatThrownBy(() -> standing(TenantStatus.ACTIVE, status).checkWelcome())
                .hasMessageContaining(status.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"INACTIVE", "DELETING", "DELETED"})
    void nobodyOfAClosedTenantIsWelcome(TenantStatus status) {
        assertThatThrownBy(() -> standing(status, UserStatus.ACTIVE).checkWelcome())
                .hasMessageContaining(status.name());
    }

    @Test
    void suspendedTenantMayOnlyLook() {
        CallerStatus suspended = standing(TenantStatus.SUSPENDED, UserStatus.ACTIVE);
        assertThatCode(suspended::checkWelcome).doesNotThrowAnyException();
        assertThat(suspended.readOnly()).isTrue();
        assertThat(standing(TenantStatus.ACTIVE, UserStatus.ACTIVE).readOnly()).isFalse();
    }

    @Test
    void whatSomebodyAskedForIsDoneAsLongAsTheyMightAskForIt() {
        Permission change = new Permission(ResourceType.IMAGE, Action.UPDATE);
        assertThat(asked(TenantStatus.ACTIVE, UserStatus.ACTIVE, BuiltInRole.USER)
                        .held(change))
                .isEqualTo(HeldRight.EVERYWHERE);
        assertThat(asked(null, null, BuiltInRole.USER).held(change)).isEqualTo(HeldRight.EVERYWHERE);
        assertThat(asked(TenantStatus.SUSPENDED, UserStatus.ACTIVE, BuiltInRole.USER)
                        .held(change)
                        .refusal())
                .contains("SUSPENDED");
        assertThat(asked(TenantStatus.DELETING, UserStatus.ACTIVE, BuiltInRole.USER)
                        .held(change)
                        .refusal())
                .contains("DELETING");
        assertThat(asked(TenantStatus.ACTIVE, UserStatus.DELETED, BuiltInRole.USER)
                        .held(change)
                        .refusal())
                .contains("DELETED");
        assertThat(standing(TenantStatus.ACTIVE, UserStatus.ACTIVE).held(change).refusal())
                .contains("IMAGE:UPDATE");
    }

    @Test
    void whoHoldsItInProjectsHasItForWhatBelongsToThemAlone() {
        Permission change = new Permission(ResourceType.IMAGE, Action.UPDATE);
        Set<UUID> project = Set.of(UUID.randomUUID());
        CallerStatus standing = standing(TenantStatus.ACTIVE, UserStatus.ACTIVE);
        HeldRight held = standing.held(change, Rights.of(Set.of()).and(Set.of(change), project));
        assertThat(held).isEqualTo(new HeldRight(null, project));
        assertThat(held.isLimited()).isTrue();
        assertThat(HeldRight.EVERYWHERE.isLimited()).isFalse();
    }

    private static CallerStatus asked(@Nullable TenantStatus tenant, @Nullable UserStatus user, BuiltInRole role) {
        return new CallerStatus(tenant, user, Set.of(role.name()), Set.of(), null, false);
    }

    @Test
    void tokenFromBeforeTheLimitIsOutdated() {
        CallerStatus limited = new CallerStatus(null, null, Set.of(), Set.of(), LIMIT, false);
        assertThatThrownBy(() -> limited.checkCurrent(Instant.parse("2026-03-02T09:31:11Z")))
                .hasMessageContaining("log in again");
        assertThatCode(() -> limited.checkCurrent(Instant.parse("2026-03-02T09:31:12Z")))
                .doesNotThrowAnyException();
    }

    @Test
    void tokenOfAnEndedSessionIsOutdated() {
        CallerStatus ended = new CallerStatus(null, null, Set.of(), Set.of(), null, true);
        assertThatThrownBy(() -> ended.checkCurrent(LIMIT)).hasMessageContaining("log in again");
    }

    @Test
    void permissionsAreThoseOfAllRolesTogether() {
        Permission own = Permission.parse("WEBHOOK:MANAGE");
        CallerStatus standing = new CallerStatus(null, null, Set.of("USER", "colourist"), Set.of(own), null, false);
        assertThat(standing.permissions()).contains(own).containsAll(BuiltInRole.USER.permissions());
        assertThat(standing.permissions()).doesNotContain(Permission.parse("TENANT:DELETE"));
    }

    private static CallerStatus standing(@Nullable TenantStatus tenant, @Nullable UserStatus user) {
        return new CallerStatus(tenant, user, Set.of(), Set.of(), null, false);
    }
}
