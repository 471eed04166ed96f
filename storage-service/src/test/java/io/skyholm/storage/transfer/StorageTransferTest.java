package io.skyholm.storage.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.TransferStatus;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may do what with an offer, and how it ends. */
class StorageTransferTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant OVER = NOW.plus(Duration.ofDays(7));

    private final UUID giver = UUID.randomUUID();
    private final UUID receiver = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();
    private final Secret key = Secret.fresh();
    private final StorageTransfer named = offer(receiver, null);
    private final StorageTransfer keyed = offer(null, key);

    private StorageTransfer offer(@Nullable UUID to, @Nullable Secret secret) {
        return new StorageTransfer(
                UUID.randomUUID(),
                new OfferStorage(TransferredType.DISK, UUID.randomUUID(), to, null, null),
                new Goods(giver, "orders").with(CountedKind.DATA_DISKS, 1),
                secret,
                Revision.first(UUID.randomUUID(), NOW));
    }

    @Test
    void itIsTheNamedTenantsToAnswerAndHiddenFromAllOthersWhateverTheyName() {
        assertThat(named.standing(receiver, null, NOW)).isEqualTo(TransferStanding.OFFERED);
        assertThat(named.standing(third, null, NOW)).isEqualTo(TransferStanding.HIDDEN);
        assertThat(named.standing(third, key.text(), NOW)).isEqualTo(TransferStanding.HIDDEN);
        assertThat(named.standing(giver, null, NOW)).isEqualTo(TransferStanding.OWN);
    }

    @Test
    void withoutATenantItIsWhoevers() {
        assertThat(keyed.standing(third, key.text(), NOW)).isEqualTo(TransferStanding.OFFERED);
        assertThat(keyed.standing(third, null, NOW)).isEqualTo(TransferStanding.HIDDEN);
        assertThat(keyed.standing(third, Secret.fresh().text(), NOW)).isEqualTo(TransferStanding.WRONG_KEY);
        assertThat(keyed.standing(giver, key.text(), NOW)).isEqualTo(TransferStanding.OWN);
    }

    @Test
    void whenItsTimeIsOverItsKeyOpensNothing() {
        assertThat(named.standing(receiver, null, OVER.minusMillis(1))).isEqualTo(TransferStanding.OFFERED);
        assertThat(named.standing(receiver, null, OVER)).isEqualTo(TransferStanding.OVER);
        assertThat(keyed.standing(third, key.text(), OVER)).isEqualTo(TransferStanding.HIDDEN);
        assertThat(keyed.standing(third, "wrong", OVER)).isEqualTo(TransferStanding.HIDDEN);
    }

    @Test
    void theKeyIsKeptAsItsHashAndForgottenWithTheOffer() {
        assertThat(keyed.keyHash).isEqualTo(key.hash()).isNotEqualTo(key.text());
        keyed.accept(receiver, NOW);
        assertThat(keyed.keyHash).isNull();
        assertThat(keyed.toTenantId).isEqualTo(receiver);
        assertThat(keyed.endedAt).isEqualTo(NOW);
        assertThat(keyed.standing(receiver, null, NOW)).isEqualTo(TransferStanding.OVER);
        assertThat(keyed.standing(third, key.text(), NOW)).isEqualTo(TransferStanding.HIDDEN);
    }

    @Test
    void theFifthWrongKeyEndsIt() {
        for (int attempt = 1; attempt < StorageTransfer.MOST_ATTEMPTS; attempt++) {
            assertThat(keyed.refuseKey(NOW)).isFalse();
        }
        assertThat(keyed.status).isEqualTo(TransferStatus.PENDING);
        assertThat(keyed.refuseKey(NOW)).isTrue();
        assertThat(keyed.status).isEqualTo(TransferStatus.CANCELLED);
        assertThat(keyed.standing(third, key.text(), NOW)).isEqualTo(TransferStanding.HIDDEN);
    }

    @Test
    void itIsCancelledOnceAndNotAfterAnotherEnd() {
        assertThat(named.cancel(NOW)).isTrue();
        assertThat(named.cancel(NOW)).isFalse();
        keyed.accept(receiver, NOW);
        Refused.by("TRANSFER_NOT_PENDING", () -> keyed.cancel(NOW));
        StorageTransfer late = offer(receiver, null);
        Refused.by("TRANSFER_NOT_PENDING", () -> late.cancel(OVER));
    }

    @Test
    void itExpiresByTheCalendarAndOnce() {
        assertThat(named.due()).contains(OVER);
        assertThat(named.expire(OVER.minusMillis(1))).isFalse();
        assertThat(named.expire(OVER)).isTrue();
        assertThat(named.expire(OVER)).isFalse();
        assertThat(named.due()).isEmpty();
        named.status = TransferStatus.DECLINED;
        assertThat(named.expire(OVER)).isFalse();
    }

    @Test
    void theOtherTenantIsToldOfWhatIsNewToIt() {
        assertThat(named.untold()).contains(receiver);
        named.told();
        assertThat(named.untold()).isEmpty();
        named.cancel(NOW);
        named.revision.changed(null, NOW);
        assertThat(named.untold()).contains(receiver);
        assertThat(keyed.untold()).isEmpty();
        StorageTransfer unheard = offer(receiver, null);
        unheard.cancel(NOW);
        unheard.revision.changed(null, NOW);
        assertThat(unheard.untold()).as("the end of what it never heard of").isEmpty();
    }

    @Test
    void offersLastAWeekUnlessSaidAndAMonthAtMost() {
        assertThat(command("\"expiresInDays\": 30").days()).isEqualTo(30);
        assertThat(command("\"message\": null").days()).isEqualTo(7);
        assertThat(Constraints.brokenBy(command("\"expiresInDays\": 31"))).containsExactly("expiresInDays");
        assertThat(Constraints.brokenBy(command("\"expiresInDays\": 0"))).containsExactly("expiresInDays");
        assertThat(Constraints.brokenBy(new AcceptStorage("short"))).containsExactly("key");
        assertThat(new AcceptStorage(key.text())).asString().doesNotContain(key.text());
    }

    @Test
    void nobodyIsOfferedWhatTheyHave() {
        OfferStorage toGiver = new OfferStorage(TransferredType.DISK, UUID.randomUUID(), giver, null, null);
        Refused.forField("toTenantId", () -> toGiver.checkIsAnothers(new Goods(giver, "orders")));
    }

    private static OfferStorage command(String more) {
        return RequestBody.read(
                "{\"resourceType\": \"DISK\", \"resourceId\": \"%s\", %s}".formatted(UUID.randomUUID(), more),
                OfferStorage.class);
    }
}
