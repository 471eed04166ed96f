package io.skyholm.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.http.RequestBody;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an invitation. */
class InvitationLifeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2026-02-04T12:00:00Z");

    private final Secret secret = Secret.fresh();
    private final Invitation invitation = new Invitation(
            UUID.randomUUID(), RequestBody.read("""
                    {"email": "ada@example.com", "roles": ["USER", "TENANT_ADMIN"], "expiresInDays": 3}""", Invite.class), UUID.randomUUID(), secret, UUID.randomUUID(), NOW);

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
    void invitationThatNobodyAcceptedInTimeHasExpired() {
        assertThat(invitation.standing(EXPIRY.minusMillis(1))).isEqualTo(InvitationStatus.PENDING);
        assertThat(invitation.standing(EXPIRY)).isEqualTo(InvitationStatus.EXPIRED);
        assertThat(invitation.status).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void acceptedInvitationSaysWhoJoinedAndNeverExpires() {
        UUID user = UUID.randomUUID();
        invitation.claimedUntil = NOW.plusSeconds(30);
        invitation.accept(user, NOW.plusSeconds(10));
        assertThat(invitation.standing(EXPIRY.plusSeconds(1))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(invitation.userId).isEqualTo(user);
        assertThat(invitation.acceptedAt).isEqualTo(NOW.plusSeconds(10));
        assertThat(invitation.claimedUntil).isNull();
    }

    @Test
    void invitationThatWaitsIsTakenBackOnce() {
        assertThat(invitation.revoke(NOW)).isTrue();
        assertThat(invitation.revoke(NOW)).isFalse();
        assertThat(invitation.standing(EXPIRY.plusSeconds(1))).isEqualTo(InvitationStatus.REVOKED);
    }

    @Test
    void invitationThatHasExpiredIsTakenBackToo() {
        assertThat(invitation.revoke(EXPIRY.plusSeconds(1))).isTrue();
        assertThat(invitation.status).isEqualTo(InvitationStatus.REVOKED);
    }

    @Test
    void acceptedInvitationIsNotTakenBack() {
        invitation.accept(UUID.randomUUID(), NOW);
        assertThatThrownBy(() -> invitation.revoke(NOW)).hasMessage("Only an invitation that waits can be taken back");
        assertThat(invitation.status).isEqualTo(InvitationStatus.ACCEPTED);
    }

    @Test
    void everyChangeCounts() {
        long before = invitation.fact().generation();
        invitation.revoke(NOW);
        assertThat(invitation.fact().generation()).isEqualTo(before + 1);
        invitation.revoke(NOW);
        assertThat(invitation.fact().generation()).isEqualTo(before + 1);
    }
}
