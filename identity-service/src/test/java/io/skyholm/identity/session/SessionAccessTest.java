package io.skyholm.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.identity.keycloak.DirectoryAnswers;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees and ends whose sessions. */
class SessionAccessTest {

    private static final UUID SOMEBODY = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void everybodySeesAndEndsTheirOwn(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(SessionAccess.isOwn(caller, caller.id())).isTrue();
        assertThat(SessionAccess.isVisible(caller, caller.id())).isTrue();
        assertThatCode(() -> SessionAccess.checkMayEnd(caller, caller.id())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "TENANT_ADMIN"})
    void administratorsSeeAndEndThoseOfOthers(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(SessionAccess.isVisible(caller, SOMEBODY)).isTrue();
        assertThat(SessionAccess.only(caller)).isNull();
        assertThatCode(() -> SessionAccess.checkMayEnd(caller, SOMEBODY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "USER"})
    void othersSeeTheirOwnOnly(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(SessionAccess.isOwn(caller, SOMEBODY)).isFalse();
        assertThat(SessionAccess.isVisible(caller, SOMEBODY)).isFalse();
        assertThat(SessionAccess.only(caller)).isEqualTo(caller.id());
        assertThatThrownBy(() -> SessionAccess.checkMayEnd(caller, SOMEBODY))
                .hasMessage("Ending other people's sessions needs the permission SESSION:DELETE");
    }

    @Test
    void whoMayOnlySeeSessionsDoesNotEndThem() {
        Caller auditor = new Caller(
                UUID.randomUUID(),
                "ada",
                UUID.randomUUID(),
                Set.of("auditor"),
                Set.of(Permission.parse("SESSION:READ")),
                false,
                new Credential(Credential.Kind.SESSION, null));
        assertThat(SessionAccess.isVisible(auditor, SOMEBODY)).isTrue();
        assertThatThrownBy(() -> SessionAccess.checkMayEnd(auditor, SOMEBODY)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Credential.Kind.class,
            names = {"API_KEY", "SERVICE_ACCOUNT"})
    void keyNeedsThePermissionForItsOwnersSessionsToo(Credential.Kind kind) {
        Caller bound = with(kind, "IMAGE:READ");
        assertThatThrownBy(() -> SessionAccess.checkSees(bound)).hasMessageContaining("SESSION:READ");
        assertThatThrownBy(() -> SessionAccess.checkEnds(bound)).hasMessageContaining("SESSION:DELETE");
        assertThatCode(() -> SessionAccess.checkSees(with(kind, "SESSION:READ")))
                .doesNotThrowAnyException();
        assertThatCode(() -> SessionAccess.checkEnds(with(kind, "SESSION:DELETE")))
                .doesNotThrowAnyException();
    }

    @Test
    void whoHasLoggedInNeedsNone() {
        Caller ada = with(Credential.Kind.SESSION, "IMAGE:READ");
        assertThatCode(() -> SessionAccess.checkSees(ada)).doesNotThrowAnyException();
        assertThatCode(() -> SessionAccess.checkEnds(ada)).doesNotThrowAnyException();
    }

    private static Caller with(Credential.Kind kind, String permission) {
        return new Caller(
                UUID.randomUUID(),
                "ada",
                UUID.randomUUID(),
                Set.of("USER"),
                Set.of(Permission.parse(permission)),
                false,
                new Credential(kind, UUID.randomUUID()));
    }

    @Test
    void directoryThatIsAwayIsSaidInWords() {
        assertThat(SessionProblems.explainDirectory(DirectoryAnswers.away()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.retryAfter())
                        .isEqualTo(Duration.ofSeconds(5)));
        IllegalStateException other = new IllegalStateException("something else");
        assertThat(SessionProblems.explainDirectory(other)).isSameAs(other);
    }
}
