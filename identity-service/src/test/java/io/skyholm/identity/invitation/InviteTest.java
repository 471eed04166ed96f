package io.skyholm.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is invited with. */
class InviteTest {

    @Test
    void whatIsLeftOutIsTheTenantsUsualRolesAndAWeekToAccept() {
        Invite invite = RequestBody.read("{\"email\": \"ada@example.com\"}", Invite.class);
        assertThat(Constraints.brokenBy(invite)).isEmpty();
        assertThat(invite.roles()).isNull();
        assertThat(invite.days()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void invitationLastsForAMonthAtMost(int days) {
        Invite invite = new Invite(null, "ada@example.com", Set.of("USER"), days);
        assertThat(Constraints.brokenBy(invite)).isEmpty();
        assertThat(invite.days()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 31})
    void otherTimesAreRefused(int days) {
        assertThat(Constraints.brokenBy(new Invite(null, "ada@example.com", Set.of("USER"), days)))
                .containsExactly("expiresInDays");
    }

    @Test
    void nobodyIsInvitedWithoutARoleOrAnAddress() {
        assertThat(Constraints.brokenBy(new Invite(null, "ada@example.com", Set.of(), null)))
                .containsExactly("roles");
        assertThat(Constraints.brokenBy(new Invite(null, "ada", Set.of("USER"), null)))
                .containsExactly("email");
    }
}
