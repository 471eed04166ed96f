package io.skyholm.compute.transfer;

import static io.skyholm.events.compute.GoodsContext.NETWORK;
import static io.skyholm.events.compute.GoodsContext.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.instance.Created;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.transfer.TransferAttempt.Move;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an offer, and of an instance by it. */
class InstanceTransferTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(8));
    private static final Map<String, Long> DISKS = Map.of("dataDisks", 2L);
    private static final UUID SOMEBODY = UUID.randomUUID();

    private final UUID receiver = UUID.randomUUID();
    private final UUID group = UUID.randomUUID();
    private final Instance instance = Created.instance(0, NOW);
    private final InstanceTransfer offer = new InstanceTransfer(
            UUID.randomUUID(),
            new OfferInstance(instance.id(), receiver, null, null),
            instance,
            Revision.first(SOMEBODY, NOW));

    private static TransferAnswer says(long attempt) {
        return new TransferAnswer(STORAGE, attempt, DISKS, null, false);
    }

    private InstanceTransfer.Acceptance acceptance() {
        return new InstanceTransfer.Acceptance(
                SOMEBODY, List.of(new WantedNetwork(null, null, List.of())), Set.of(group));
    }

    @Test
    void eachTenantFindsInItWhatItIsToThem() {
        assertThat(offer.standing(instance.tenantId(), NOW)).isEqualTo(TransferStanding.OWN);
        assertThat(offer.standing(receiver, NOW)).isEqualTo(TransferStanding.OFFERED);
        assertThat(offer.standing(receiver, LATER)).isEqualTo(TransferStanding.OVER);
        assertThat(offer.standing(SOMEBODY, NOW)).isEqualTo(TransferStanding.HIDDEN);
        offer.accept(acceptance(), NOW);
        assertThat(offer.standing(receiver, NOW)).isEqualTo(TransferStanding.OVER);
    }

    @Test
    void itIsReadyOnceBothHaveLookedWhateverTheySayTwice() {
        assertThat(offer.counts).isEqualTo(Map.of("instances", 1L, "vcpus", 2L, "memoryMb", 4096L, "storageGb", 10L));
        assertThat(offer.look(says(0))).isTrue();
        assertThat(offer.look(new TransferAnswer(STORAGE, 0, Map.of("dataDisks", 9L), null, false)))
                .isFalse();
        assertThat(offer.ready).isFalse();
        assertThat(offer.look(new TransferAnswer(NETWORK, 0, Map.of(), "An address of your own", false)))
                .isTrue();
        assertThat(offer.ready).isTrue();
        assertThat(offer.counts).containsEntry("dataDisks", 2L);
        assertThat(offer.giverDetail).isEqualTo("An address of your own");
        assertThat(offer.receiverDetail).contains("make it ready");
    }

    @Test
    void eachAcceptanceIsAnAttemptOfItsOwn() {
        offer.look(says(0));
        offer.accept(acceptance(), NOW);
        assertThat(offer.answer(says(1))).isTrue();
        assertThat(offer.answer(says(1))).isFalse();
        assertThat(offer.due()).contains(NOW.plus(InstanceTransfer.LONGEST));
        assertThat(offer.present().next(NOW)).isEqualTo(Move.WAIT);
        offer.abandon(Reason.ofBoth("Late"));
        assertThat(offer.status).isEqualTo(InstanceTransferStatus.PENDING);
        assertThat(offer.acceptedBy).isNull();
        assertThat(offer.acceptedNetworks).isEmpty();
        offer.accept(acceptance(), NOW);
        assertThat(offer.attempt).isEqualTo(2);
        assertThat(offer.answers).isEmpty();
        assertThat(offer.giverDetail).isNull();
        assertThat(offer.answer(says(1))).isFalse();
    }

    @Test
    void whatIsBeingPreparedIsNeitherTakenBackNorExpires() {
        offer.accept(acceptance(), NOW);
        Refused.by("TRANSFER_NOT_PENDING", () -> offer.cancel(NOW));
        assertThat(offer.expire(LATER)).isFalse();
        offer.commit(NOW);
        assertThat(offer.transferredAt).isEqualTo(NOW);
        assertThat(offer.endedAt).isEqualTo(NOW);
        assertThat(offer.due()).isEmpty();
        assertThat(offer.expire(LATER)).isFalse();
        Refused.by("TRANSFER_NOT_PENDING", () -> offer.cancel(NOW));
    }

    @Test
    void itExpiresByTheCalendarAndIsTakenBackOnce() {
        assertThat(offer.expire(NOW)).isFalse();
        assertThat(offer.cancel(NOW)).isTrue();
        assertThat(offer.cancel(NOW)).isFalse();
        assertThat(offer.expire(LATER)).isFalse();
    }

    @Test
    void nobodyIsToldOfTheEndOfWhatTheyNeverHeardOf() {
        assertThat(offer.isUntold()).isTrue();
        offer.cancel(NOW);
        assertThat(offer.isUntold()).isFalse();
    }

    @Test
    void whatIsKeptBusyOrRunsStays() {
        instance.progress().completed(InstanceStatus.RUNNING);
        assertThat(TransferableInstance.whyNotOffered(instance)).isEmpty();
        isRefused("INSTANCE_NOT_STOPPED");
        instance.progress().completed(InstanceStatus.STOPPED);
        assertThat(TransferableInstance.whyNotNow(instance)).isEmpty();
        instance.progress().begun(UUID.randomUUID());
        isRefused("INSTANCE_BUSY");
        instance.deletion().release();
        isRefused("INSTANCE_GIVING_BACK");
        assertThat(TransferableInstance.whyNotOffered(Created.protectedInstance(NOW))
                        .orElseThrow()
                        .code())
                .isEqualTo("DELETION_PROTECTED");
    }

    private void isRefused(String code) {
        assertThat(TransferableInstance.whyNotNow(instance).orElseThrow().code())
                .isEqualTo(code);
    }

    @Test
    void lessThanWasOfferedIsNoMore() {
        assertThat(TransferableInstance.hasGrown(instance, offer.counts)).isFalse();
        assertThat(TransferableInstance.hasGrown(instance, Map.of("instances", 1L, "vcpus", 1L)))
                .isTrue();
    }

    @Test
    void whoeverHasItNextHasNothingOfWhatItWasStartedWith() {
        offer.accept(acceptance(), NOW);
        instance.hold(offer.id);
        assertThat(instance.isHeldBy(offer.id)).isTrue();
        instance.give(offer.newOwner(), offer.acceptedNetworks, NOW);
        assertThat(instance.tenantId()).isEqualTo(receiver);
        assertThat(instance.userId()).isEqualTo(SOMEBODY);
        assertThat(instance.isBeingTransferred()).isFalse();
        assertThat(instance.boot().sshKeys()).isEmpty();
        assertThat(instance.boot().userData()).isEmpty();
        assertThat(instance.boot().sealedScript()).isNull();
        assertThat(instance.profile().schedule()).isNull();
        assertThat(instance.password()).isEmpty();
        assertThat(instance.desired().isTold(List.of())).isFalse();
    }
}
