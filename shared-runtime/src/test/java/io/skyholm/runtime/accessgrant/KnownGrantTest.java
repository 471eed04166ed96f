package io.skyholm.runtime.accessgrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** Who is let into a tenant by its consent, and as whom. */
class KnownGrantTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:31:12Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Permission READ = Permission.parse("INSTANCE:READ");
    private static final Permission MAKE_KEYS = Permission.parse("API_KEY:CREATE");

    private final UUID grantId = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final Caller operator = TestCallers.as(BuiltInRole.OPERATOR);

    @Test
    void operatorIsInTheTenantWithTheGrantsPermissionsAndNoRole() {
        Caller guest = grant(AccessGrantStatus.ACTIVE, TenantStatus.ACTIVE).admit(operator, NOW);

        assertThat(guest.id()).isEqualTo(operator.id());
        assertThat(guest.tenantId()).isEqualTo(customer);
        assertThat(guest.permissions()).containsExactly(READ);
        assertThat(guest.roles()).isEmpty();
        assertThat(guest.ofPlatform()).isFalse();
        assertThat(guest.scope().platform()).isFalse();
        assertThat(guest.grant()).isEqualTo(new Caller.Grant(grantId, "Ticket 4711"));
    }

    @Test
    void repetitionsUnderAGrantAreApartFromThoseAtHome() {
        Caller guest = grant(AccessGrantStatus.ACTIVE, TenantStatus.ACTIVE).admit(operator, NOW);

        assertThat(operator.keyHolder()).isEqualTo(operator.id());
        assertThat(guest.keyHolder()).isEqualTo(grantId);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void grantThatIsNotActiveLetsNobodyIn(AccessGrantStatus status) {
        assertRefused(grant(status, TenantStatus.ACTIVE), operator, NOW);
    }

    @Test
    void grantEndsAtItsTimeWhateverWasTold() {
        assertRefused(grant(AccessGrantStatus.ACTIVE, TenantStatus.ACTIVE), operator, LATER);
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void tenantThatIsNotActiveIsEnteredByNobody(@Nullable TenantStatus status) {
        assertRefused(grant(AccessGrantStatus.ACTIVE, status), operator, NOW);
    }

    @Test
    void grantOfAnotherOperatorIsOfNoUse() {
        assertRefused(grant(AccessGrantStatus.ACTIVE, TenantStatus.ACTIVE), TestCallers.as(BuiltInRole.ADMIN), NOW);
    }

    @Test
    void whoIsNoOperatorAnyMoreIsRefused() {
        Caller demoted = new Caller(
                operator.id(),
                operator.username(),
                operator.tenantId(),
                Set.of(BuiltInRole.USER.name()),
                BuiltInRole.USER.permissions(),
                false,
                operator.credential());
        assertRefused(grant(AccessGrantStatus.ACTIVE, TenantStatus.ACTIVE), demoted, NOW);
    }

    @Test
    void operatorsKeyIsRefused() {
        Caller program = new Caller(
                operator.id(),
                operator.username(),
                operator.tenantId(),
                operator.roles(),
                operator.permissions(),
                false,
                new Credential(Credential.Kind.API_KEY, UUID.randomUUID()));
        assertRefused(grant(AccessGrantStatus.ACTIVE, TenantStatus.ACTIVE), program, NOW);
    }

    private KnownGrant grant(AccessGrantStatus status, @Nullable TenantStatus tenant) {
        return new KnownGrant(
                grantId, customer, operator.id(), status, Set.of(READ, MAKE_KEYS), "Ticket 4711", LATER, tenant);
    }

    private static void assertRefused(KnownGrant grant, Caller caller, Instant now) {
        assertThatThrownBy(() -> grant.admit(caller, now))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ACCESS_GRANT_NOT_VALID"));
    }
}
