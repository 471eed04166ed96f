package io.skyholm.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call which method. */
class AccessRulesTest {

    private final AccessRules rules = new AccessRules();
    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);
    private final Caller guest = new Caller(
            UUID.randomUUID(),
            "sigrid",
            owner.tenantId(),
            Set.of(),
            owner.rights(),
            null,
            false,
            owner.credential(),
            Set.of(),
            new Caller.Grant(UUID.randomUUID(), "Ticket 4711"));

    @ParameterizedTest
    @ValueSource(strings = {"own", "secret"})
    void whatIsSomebodysOwnOrSecretIsNotDoneUnderAGrantWhateverItCarries(String method) {
        assertThatCode(() -> rules.admitted(new Called(method), owner)).doesNotThrowAnyException();
        assertRefused("NOT_UNDER_ACCESS_GRANT", method, guest);
    }

    @Test
    void whatAGrantCarriesIsDone() {
        assertThatCode(() -> rules.admitted(new Called("tenants"), guest)).doesNotThrowAnyException();
    }

    @Test
    void whatAsksForNothingIsClosedToAll() {
        assertRefused("FORBIDDEN", "closed", owner);
    }

    private void assertRefused(String code, String method, Caller caller) {
        assertThatThrownBy(() -> rules.admitted(new Called(method), caller))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** Methods as resources have them. */
    @SuppressWarnings("unused") // By their names.
    private static final class Things {

        @Authenticated(resource = ResourceType.SESSION, because = "it is their own")
        void own() {}

        @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
        @NotUnderGrant(because = "it shows a secret")
        void secret() {}

        @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
        void tenants() {}

        void closed() {}
    }

    /** A call of the method of that name. */
    private record Called(String method) implements ResourceInfo {

        @Override
        public Method getResourceMethod() {
            return Stream.of(Things.class.getDeclaredMethods())
                    .filter(declared -> declared.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Class<?> getResourceClass() {
            return Things.class;
        }
    }
}
