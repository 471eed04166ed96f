package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.password.InitialPassword;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.secrets.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an instance by its own methods. */
class InstanceTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final UUID MACHINE = UUID.randomUUID();
    private static final Size WHOLE_MACHINE = new Size(16, 64, 1000, 0);

    private final Instance instance = Created.instance(600, NOW);

    @Test
    void whatHasAPlaceHoldsItAndWantsItsParts() {
        instance.progress().waits("None of 3 hosts has room");
        placed(WHOLE_MACHINE);
        assertThat(instance.location().machineId()).isEqualTo(MACHINE);
        assertThat(instance.allocation().held()).isEqualTo(WHOLE_MACHINE);
        assertThat(instance.parts().wanted()).containsExactly("network");
        assertThat(instance.parts().held()).containsExactly("network");
        assertThat(instance.progress().waitReason).isNull();
        assertThat(instance.networkWanted()).isTrue();
    }

    /** Its data centre and pool are what lists show of one that is off. */
    @Test
    void whatLeavesItsPlaceHoldsNothingAndShowsWhereItWas() {
        placed(Created.SIZE);
        instance.location().moving(true);
        instance.displaced();
        assertThat(instance.location().isPlaced()).isFalse();
        assertThat(instance.location().isMoving()).isFalse();
        assertThat(instance.allocation().held()).isEqualTo(Size.NONE);
        assertThat(instance.location().poolId()).isNotNull();
    }

    @Test
    void partThatIsNotWantedAnyMoreIsHeldUntilItIsReleased() {
        placed(Created.SIZE);
        instance.parts().release();
        assertThat(instance.parts().wanted()).isEmpty();
        assertThat(instance.parts().held()).containsExactly("network");
        instance.parts().released();
        assertThat(instance.parts().held()).isEmpty();
    }

    /** Storage may read that alone: it learns of a disk that was wanted for as long as somebody waits for its end. */
    @Test
    void bootDiskThatIsNotWantedAnyMoreIsToldOfUntilItIsReleased() {
        assertThat(instance.bootDiskHeld()).isFalse();
        instance.placed(new Place(MACHINE, UUID.randomUUID(), UUID.randomUUID(), Created.SIZE), List.of("boot-disk"));
        assertThat(instance.bootDiskWanted()).isTrue();
        instance.parts().release();
        assertThat(instance.bootDiskWanted()).isFalse();
        assertThat(instance.bootDiskHeld()).isTrue();
        instance.parts().released();
        assertThat(instance.bootDiskHeld()).isFalse();
    }

    @Test
    void deletionOfWhatRanCanBeUndoneForAsLongAsItSays() {
        placed(Created.SIZE);
        instance.delete(NOW);
        assertThat(instance.deletion().deletableAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(instance.deletion().isUndeletable(NOW.plusSeconds(599))).isTrue();
        assertThat(instance.deletion().isUndeletable(NOW.plusSeconds(600))).isFalse();
    }

    @Test
    void whatNeverRanIsNotKeptForAnUndo() {
        instance.delete(NOW);
        assertThat(instance.deletion().intent()).isEqualTo(Intent.DELETE);
        assertThat(instance.deletion().deletableAt()).isNull();
        assertThat(instance.deletion().isUndeletable(NOW)).isFalse();
    }

    @Test
    void nothingSecretIsKeptOfWhatIsDeleted() {
        instance.password(new InitialPassword(new Sealed("key", "sealed"), "hash"));
        change("""
                {"schedule": {"timeZone": "UTC", "times": [{"action": "STOP", "days": ["MONDAY"], "at": "12:00"}]}}""");
        assertThat(instance.profile().scheduledAt()).isEqualTo(Instant.parse("2026-02-02T12:00:00Z"));
        instance.delete(NOW);
        instance.deleted(NOW);
        assertThat(instance.isDeleted()).isTrue();
        assertThat(instance.deletion().intent()).isEqualTo(Intent.KEEP);
        assertThat(instance.password().orElseThrow().sealed()).isEmpty();
        assertThat(instance.profile().scheduledAt()).isNull();
        assertThat(instance.revision().isDeleted()).isTrue();
    }

    @Test
    void whatIsLostIsOffAndAnErrorUntilSomebodyStartsIt() {
        instance.progress().begun(UUID.randomUUID());
        instance.lost("Its machine is lost");
        assertThat(instance.desired().power()).isEqualTo(VmPower.STOPPED);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.ERROR);
        assertThat(instance.progress().operationId()).isNull();
        assertThat(instance.progress().statusDetail).isEqualTo("Its machine is lost");
    }

    @Test
    void whatIsStoppedOnRequestIsNoError() {
        instance.progress().failed("It was cancelled");
        instance.stopping();
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.STOPPED);
        assertThat(instance.progress().statusDetail).isNull();
        placed(Created.SIZE);
        instance.stopping();
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.STOPPING);
    }

    @Test
    void newPasswordOfWhatRunsTakesARestart() {
        long restarts = instance.desired().restarts();
        instance.resetPassword();
        assertThat(instance.desired().restarts()).isEqualTo(restarts + 1);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.RESTARTING);
        assertThat(instance.password()).isEmpty();
    }

    @Test
    void newPasswordOfWhatIsOffStartsNothing() {
        instance.desired().power(VmPower.STOPPED);
        instance.progress().completed(InstanceStatus.STOPPED);
        long restarts = instance.desired().restarts();
        instance.resetPassword();
        assertThat(instance.desired().restarts()).isEqualTo(restarts);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.STOPPED);
    }

    @Test
    void whoAskedLastStaysKnownWhenThePlatformChangesIt() {
        UUID somebody = UUID.randomUUID();
        instance.changed(somebody, NOW);
        instance.changed(null, NOW.plusSeconds(1));
        assertThat(instance.revision().updatedBy()).isEqualTo(somebody);
        assertThat(instance.revision().generation()).isEqualTo(3);
    }

    @Test
    void changeKeepsWhatItLeavesOut() {
        change("{\"hostname\": \"web-1.example.com\", \"tags\": [\"shop\"], \"externalId\": \"7\"}");
        change("{\"deletionProtection\": true}");
        assertThat(instance.profile().name).isEqualTo("web");
        assertThat(instance.profile().hostname).isEqualTo("web-1.example.com");
        assertThat(instance.deletion().isProtected()).isTrue();
        assertThat(instance.deletion().undoSeconds()).isEqualTo(600);
        change("{\"undoSeconds\": 0, \"hostname\": null}");
        assertThat(instance.profile().hostname).isNull();
        assertThat(instance.deletion().undoSeconds()).isZero();
        assertThat(instance.deletion().isProtected()).isTrue();
    }

    @Test
    void scheduleThatIsClearedStartsAndStopsNothing() {
        change("""
                {"schedule": {"timeZone": "UTC", "times": [{"action": "STOP", "days": ["MONDAY"], "at": "12:00"}]}}""");
        change("{\"name\": \"other\"}");
        assertThat(instance.profile().scheduledAt()).isNotNull();
        change("{\"schedule\": null}");
        assertThat(instance.profile().schedule()).isNull();
        assertThat(instance.profile().scheduledAt()).isNull();
    }

    private void change(String body) {
        instance.change(RequestBody.read(body, ChangeInstance.class), NOW);
    }

    private void placed(Size held) {
        instance.placed(new Place(MACHINE, UUID.randomUUID(), UUID.randomUUID(), held), List.of("network"));
    }
}
