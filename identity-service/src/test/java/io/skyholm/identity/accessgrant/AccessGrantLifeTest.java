package io.skyholm.identity.accessgrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.AccessGrantPermissions;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request for access. */
class AccessGrantLifeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));

    private final UUID tenant = UUID.randomUUID();
    private final Caller operator = TestCallers.as(BuiltInRole.OPERATOR);
    private final Caller customer = TestCallers.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final AccessGrant grant = request("");

    @Test
    void requestIsToReadAndWaitsForADay() {
        assertThat(grant.status).isEqualTo(AccessGrantStatus.REQUESTED);
        assertThat(grant.permissions()).containsExactlyInAnyOrderElementsOf(AccessGrantPermissions.reading());
        assertThat(grant.due()).contains(NEXT_DAY);
    }

    @Test
    void requestNamesWhatElseIsNeeded() {
        assertThat(request(", \"permissions\": [\"INSTANCE:EXECUTE\", \"INSTANCE:READ\"]")
                        .permissions())
                .containsExactly(Permission.parse("INSTANCE:READ"), Permission.parse("INSTANCE:EXECUTE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"USER:CREATE", "API_KEY:CREATE", "ROLE:UPDATE", "SERVER:READ", "INSTANCE:MANAGE", "nonsense"})
    void whatNoGrantCanCarryIsNotAskedFor(String permission) {
        assertThatThrownBy(() -> request(", \"permissions\": [\"" + permission + "\"]"))
                .hasMessageContaining(permission);
    }

    @Test
    void timeRunsFromTheConsentOn() {
        grant.accept(customer, SOON);
        assertThat(grant.status).isEqualTo(AccessGrantStatus.ACTIVE);
        assertThat(grant.answeredBy).isEqualTo(customer.id());
        assertThat(grant.expiresAt).isEqualTo(SOON.plus(Duration.ofMinutes(30)));
        assertThat(grant.endedAt).isNull();
    }

    @Test
    void refusedRequestIsOver() {
        grant.refuse(customer, SOON);
        assertThat(grant.status).isEqualTo(AccessGrantStatus.REFUSED);
        assertThat(grant.endedAt).isEqualTo(SOON);
        assertThat(grant.due()).isEmpty();
        Refused.by("ACCESS_GRANT_NOT_REQUESTED", () -> grant.accept(customer, SOON));
        Refused.by("ACCESS_GRANT_ENDED", () -> grant.withdraw(SOON));
    }

    @Test
    void requestIsNotAnsweredWhenItsTimeIsOver() {
        Refused.by("ACCESS_GRANT_NOT_REQUESTED", () -> grant.accept(customer, NEXT_DAY));
        assertThat(grant.expire(NEXT_DAY.minusMillis(1))).isFalse();
        assertThat(grant.expire(NEXT_DAY)).isTrue();
        assertThat(grant.status).isEqualTo(AccessGrantStatus.EXPIRED);
    }

    @Test
    void grantEndsByItselfAtItsTime() {
        grant.accept(customer, SOON);
        Instant end = SOON.plus(Duration.ofMinutes(30));
        assertThat(grant.expire(end.minusMillis(1))).isFalse();
        assertThat(grant.expire(end)).isTrue();
        assertThat(grant.expire(end)).isFalse();
        Refused.by("ACCESS_GRANT_ENDED", () -> grant.withdraw(end));
    }

    @Test
    void openOneIsWithdrawnOnce() {
        grant.accept(customer, SOON);
        assertThat(grant.withdraw(SOON)).isTrue();
        assertThat(grant.withdraw(SOON)).isFalse();
        assertThat(grant.status).isEqualTo(AccessGrantStatus.WITHDRAWN);
        assertThat(grant.due()).isEmpty();
    }

    @Test
    void operatorDoesNotAnswerFromAnyTenant() {
        Refused.by("FORBIDDEN", () -> grant.accept(operator, SOON));
        Refused.by("FORBIDDEN", () -> grant.accept(TestCallers.as(BuiltInRole.ADMIN), SOON));
        Caller moved = new Caller(
                operator.id(),
                operator.username(),
                tenant,
                operator.roles(),
                operator.permissions(),
                false,
                operator.credential());
        Refused.by("FORBIDDEN", () -> grant.accept(moved, SOON));
    }

    @Test
    void nobodyLetsAnOperatorDoMoreThanTheyMayThemselves() {
        Caller helper = new Caller(
                UUID.randomUUID(),
                "helper",
                tenant,
                Set.of(),
                Set.of(new Permission(ResourceType.ACCESS_GRANT, Action.UPDATE)),
                false,
                customer.credential());
        Refused.by("FORBIDDEN", () -> grant.accept(helper, SOON));
        grant.refuse(helper, SOON);
        assertThat(grant.status).isEqualTo(AccessGrantStatus.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"API_KEY", "SERVICE_ACCOUNT"})
    void programDoesNotConsent(String kind) {
        Caller program = new Caller(
                UUID.randomUUID(),
                "program",
                tenant,
                customer.roles(),
                customer.permissions(),
                false,
                new Credential(Credential.Kind.valueOf(kind), UUID.randomUUID()));
        Refused.by("FORBIDDEN", () -> grant.accept(program, SOON));
    }

    private AccessGrant request(String more) {
        RequestAccess command = RequestBody.read("""
                {"tenantId": "%s", "reason": "Ticket 4711", "minutes": 30%s}""".formatted(tenant, more), RequestAccess.class);
        return new AccessGrant(operator, command, Revision.first(operator.id(), NOW));
    }
}
