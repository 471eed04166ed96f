package io.skyholm.compute.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the maker of a join token asks for and sees. */
class JoinTokenViewTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    private final TokenText text = TokenText.fresh();

    @Test
    void tokenItselfIsShownByNothingButTheAnswerToItsCreation() {
        JoinTokenView view = JoinTokenView.of(token("{\"resourcePoolId\": \"%s\"}"));
        assertThat(view.token()).isNull();
        assertThat(view.showing(text).token()).isEqualTo(text.text());
        assertThat(view.showing(text).id()).isEqualTo(view.id());
    }

    @Test
    void tokenAppearsInNoLog() {
        assertThat(text.toString()).doesNotContain(text.text());
        assertThat(token("{\"resourcePoolId\": \"%s\"}").tokenHash).isNotEqualTo(text.text());
    }

    /** The machine has its id before it joins; until then nobody could find it by that. */
    @Test
    void machineIsNamedOnceItHasJoined() {
        JoinToken token = token("{\"resourcePoolId\": \"%s\"}");
        assertThat(JoinTokenView.of(token).machineId()).isNull();
        UUID machine = UUID.randomUUID();
        token.use("key", machine, NOW);
        JoinTokenView used = JoinTokenView.of(token);
        assertThat(used.machineId()).isEqualTo(machine);
        assertThat(used.usedAt()).isEqualTo(NOW);
    }

    @Test
    void tokenIsGoodForAnHourUnlessItSaysOtherwise() {
        assertThat(token("{\"resourcePoolId\": \"%s\"}").expiresAt).isEqualTo(NOW.plusSeconds(3600));
        assertThat(token("{\"resourcePoolId\": \"%s\", \"expiresInSeconds\": 120}").expiresAt)
                .isEqualTo(NOW.plusSeconds(120));
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 2_592_001, 0, -60})
    void tokenIsGoodForAMinuteAtLeastAndAMonthAtMost(int seconds) {
        CreateJoinToken command = read("{\"resourcePoolId\": \"%s\", \"expiresInSeconds\": " + seconds + "}");
        assertThat(Constraints.brokenBy(command)).containsExactly("expiresInSeconds");
    }

    @Test
    void revokedTokenStaysRevokedWhenItFirstWas() {
        JoinToken token = token("{\"resourcePoolId\": \"%s\"}");
        token.revoke(NOW);
        token.revoke(NOW.plusSeconds(9));
        assertThat(JoinTokenView.of(token).revokedAt()).isEqualTo(NOW);
        assertThat(JoinTokenView.of(token).generation()).isEqualTo(2);
    }

    private JoinToken token(String body) {
        return new JoinToken(text, read(body), null, NOW);
    }

    private static CreateJoinToken read(String body) {
        return RequestBody.read(body.formatted(UUID.randomUUID()), CreateJoinToken.class);
    }
}
