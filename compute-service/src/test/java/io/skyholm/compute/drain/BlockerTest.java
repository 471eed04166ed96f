package io.skyholm.compute.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.action.ActionRules;
import io.skyholm.compute.action.InstanceOnMachine;
import io.skyholm.compute.placement.Explanation;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps an instance on a machine that is to be emptied, and which of them leave next. */
class BlockerTest {

    @Test
    void whatRunsAndFitsElsewhereIsMoved() {
        assertThat(reason(on(InstanceStatus.RUNNING).built())).isEmpty();
    }

    @Test
    void whatRunsAndFitsNowhereElseStaysAndSaysWhy() {
        Blocker blocker =
                Blocker.of(on(InstanceStatus.RUNNING).nowhere().built()).orElseThrow();
        assertThat(blocker.reason()).isEqualTo(BlockerReason.NO_PLACE);
        assertThat(blocker.detail()).isEqualTo("None of 3 hosts has room");
    }

    @Test
    void whatIsOffNeedsNoPlaceToLeave() {
        assertThat(reason(on(InstanceStatus.STOPPED).off().nowhere().built())).isEmpty();
    }

    @Test
    void whatIsSuspendedStaysBecauseItsMemoryWouldBeLost() {
        assertThat(reason(on(InstanceStatus.SUSPENDED).built())).contains(BlockerReason.SUSPENDED);
    }

    @Test
    void whatBootsFromADiskStaysBecauseThatWouldBeLost() {
        assertThat(reason(on(InstanceStatus.RUNNING).bootsFromADisk().built())).contains(BlockerReason.BOOT_DISK);
        assertThat(reason(on(InstanceStatus.STOPPED).off().bootsFromADisk().built()))
                .contains(BlockerReason.BOOT_DISK);
    }

    @Test
    void whatIsBusyStaysUntilThatHasEnded() {
        assertThat(reason(on(InstanceStatus.SUSPENDED).busy().built())).contains(BlockerReason.BUSY);
        assertThat(reason(on(InstanceStatus.RUNNING).busy().built())).contains(BlockerReason.BUSY);
    }

    @Test
    void whatHasTheMachineToItselfStaysWhileItRuns() {
        assertThat(reason(on(InstanceStatus.RUNNING).exclusive().busy().built()))
                .contains(BlockerReason.EXCLUSIVE);
        assertThat(reason(on(InstanceStatus.STOPPED).exclusive().off().built())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "CREATING", "STARTING", "DELETING"})
    void whatNeitherRunsNorIsStoppedStays(InstanceStatus status) {
        Blocker blocker = Blocker.of(on(status).built()).orElseThrow();
        assertThat(blocker.reason()).isEqualTo(BlockerReason.ERROR);
        assertThat(blocker.detail()).contains(status.name());
    }

    /** Whoever plans the emptying of a machine, and what begins the moves, look at the same instances. */
    @ParameterizedTest
    @EnumSource
    void whatStatusKeepsHereIsWhatNoMoveBeginsIn(InstanceStatus status) {
        assertThat(reason(on(status).built()).isEmpty())
                .isEqualTo(ActionRules.of(OperationKind.MOVE).begins().contains(status));
    }

    @Test
    void whatIsLeavingIsNotInTheWay() {
        assertThat(reason(on(InstanceStatus.RUNNING).exclusive().busy().moving().built()))
                .isEmpty();
    }

    @Test
    void fourLeaveAtOnce() {
        assertThat(DrainReconciler.next(many(6))).hasSize(4);
        assertThat(DrainReconciler.next(many(2))).hasSize(2);
    }

    @Test
    void whoIsLeavingAlreadyCountsAmongTheFour() {
        List<InstanceOnMachine> all = new ArrayList<>(many(6));
        all.add(on(InstanceStatus.RUNNING).moving().built());
        assertThat(DrainReconciler.next(all)).hasSize(3).noneMatch(InstanceOnMachine::moving);
        all.addAll(List.of(
                on(InstanceStatus.RUNNING).moving().built(),
                on(InstanceStatus.RUNNING).moving().built(),
                on(InstanceStatus.RUNNING).moving().built(),
                on(InstanceStatus.RUNNING).moving().built()));
        assertThat(DrainReconciler.next(all)).isEmpty();
    }

    @Test
    void whoCannotLeaveKeepsNobodyElse() {
        InstanceOnMachine free = on(InstanceStatus.RUNNING).built();
        List<InstanceOnMachine> all = new ArrayList<>();
        for (int stuck = 0; stuck < 5; stuck++) {
            all.add(on(InstanceStatus.SUSPENDED).built());
        }
        all.add(free);
        assertThat(DrainReconciler.next(all)).containsExactly(free);
    }

    private static Optional<BlockerReason> reason(InstanceOnMachine instance) {
        return Blocker.of(instance).map(Blocker::reason);
    }

    private static List<InstanceOnMachine> many(int number) {
        List<InstanceOnMachine> all = new ArrayList<>();
        for (int one = 0; one < number; one++) {
            all.add(on(InstanceStatus.RUNNING).built());
        }
        return all;
    }

    /** One with which nothing is being done, and for which there is room elsewhere. */
    private static Described on(InstanceStatus status) {
        return new Described(status, false, false, false, false, false, 1);
    }

    private record Described(
            InstanceStatus status,
            boolean isBusy,
            boolean isMoving,
            boolean isExclusive,
            boolean isOff,
            boolean isBooting,
            int fitting) {

        Described busy() {
            return new Described(status, true, isMoving, isExclusive, isOff, isBooting, fitting);
        }

        Described moving() {
            return new Described(status, isBusy, true, isExclusive, isOff, isBooting, fitting);
        }

        Described exclusive() {
            return new Described(status, isBusy, isMoving, true, isOff, isBooting, fitting);
        }

        Described off() {
            return new Described(status, isBusy, isMoving, isExclusive, true, isBooting, fitting);
        }

        Described bootsFromADisk() {
            return new Described(status, isBusy, isMoving, isExclusive, isOff, true, fitting);
        }

        Described nowhere() {
            return new Described(status, isBusy, isMoving, isExclusive, isOff, isBooting, 0);
        }

        InstanceOnMachine built() {
            String summary = fitting == 0 ? "None of 3 hosts has room" : "1 of 3 hosts have room";
            return new InstanceOnMachine(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    status,
                    isBusy,
                    isMoving,
                    isExclusive,
                    isOff,
                    isBooting,
                    new Explanation(3, fitting, List.of(), summary));
        }
    }
}
