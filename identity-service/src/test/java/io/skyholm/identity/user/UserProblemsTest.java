package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.identity.keycloak.DirectoryAnswers;
import io.skyholm.runtime.problem.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the directory refused, in words. */
class UserProblemsTest {

    private final IllegalStateException other = new IllegalStateException("something else");

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalOfThePasswordIsSaidInWords(Throwable refusal, int status, String words) {
        assertThat(UserProblems.explainDirectory(refusal)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getResponse().getStatus()).isEqualTo(status);
            assertThat(problem.detail()).contains(words);
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(DirectoryAnswers.away(), 503, "The directory of credentials is away"),
                Arguments.of(DirectoryAnswers.unknown(), 503, "has not reached the directory yet"),
                Arguments.of(
                        DirectoryAnswers.refused(), 422, "password is refused: it does not meet the password policy"));
    }

    @ParameterizedTest
    @MethodSource("refusalsOfAnAccountThatIsMade")
    void whoseAccountIsMadeIsToldHowToGetAPassword(Throwable refusal, int status) {
        assertThat(UserProblems.explainMissingPassword(refusal)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getResponse().getStatus()).isEqualTo(status);
            assertThat(problem.detail())
                    .containsIgnoringCase("your account is made")
                    .contains("ask for a password reset");
        });
    }

    static Stream<Arguments> refusalsOfAnAccountThatIsMade() {
        return Stream.of(
                Arguments.of(DirectoryAnswers.away(), 503),
                Arguments.of(DirectoryAnswers.unknown(), 503),
                Arguments.of(DirectoryAnswers.refused(), 422));
    }

    @Test
    void otherFailuresAreLeftAsTheyAre() {
        assertThat(UserProblems.explainDirectory(other)).isSameAs(other);
        assertThat(UserProblems.explainMissingPassword(other)).isSameAs(other);
        assertThat(UserProblems.explain(other)).isSameAs(other);
    }

    @Test
    void onlyWhatIsNotFoundIsUnknown() {
        assertThat(UserProblems.isUnknown(UserProblems.notFound())).isTrue();
        assertThat(UserProblems.isUnknown(UserProblems.tenantNotFound())).isFalse();
        assertThat(UserProblems.isUnknown(other)).isFalse();
    }
}
