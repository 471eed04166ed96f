package io.skyholm.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revision;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an invitation. */
class InvitationLifeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2026-02-04T12:00:00Z");

    private final Secret secret = Secret.fresh();
    private final Invitation invitation = new Invitation(
            UUID.randomUUID(),
            new Invite(null, "ada@example.com", null, 3),
            Set.of("USER", "TENANT_ADMIN"),
            secret,
            Revision.first(UUID.randomUUID(), NOW));

    @Test
    void newInvitationWaitsForSoManyDays() {
        assertThat(invitation.status).isEqualTo(InvitationStatus.PENDING);
        assertThat(invitation.expiresAt).isEqualTo(EXPIRY);
        assertThat(invitation.roles).containsExactly("TENANT_ADMIN", "USER");
    }

    @Test
    void onlyTheHashOfTheTokenIsKept() {
        assertThat(invitation.tokenHash).isEqualTo(secret.hash()).doesNotContain(secret.text());
    }

    @Test
    void acceptedInvitationSaysWhoJoinedAndWhen() {
        UUID user = UUID.randomUUID();
        invitation.claimedUntil = NOW.plusSeconds(30);
        invitation.accept(user, NOW.plusSeconds(10));
        assertThat(invitation.status).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(invitation.userId).isEqualTo(user);
        assertThat(invitation.acceptedAt).isEqualTo(NOW.plusSeconds(10));
        assertThat(invitation.claimedUntil).isNull();
    }

    @Test
    void invitationThatWaitsIsTakenBackOnce() {
        assertThat(invitation.revoke()).isTrue();
        assertThat(invitation.revoke()).isFalse();
        assertThat(invitation.status).isEqualTo(InvitationStatus.REVOKED);
    }

    @Test
    void acceptedInvitationIsNotTakenBack() {
        invitation.accept(UUID.randomUUID(), NOW);
        assertThatThrownBy(() -> invitation.revoke()).hasMessage("Only an invitation that waits can be taken back");
        assertThat(invitation.status).isEqualTo(InvitationStatus.ACCEPTED);
    }
}
