package io.skyholm.agent.attachment;

import static io.skyholm.agent.testing.DesiredThings.attachment;
import static io.skyholm.agent.testing.DesiredThings.inDrive;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.readOnly;
import static io.skyholm.agent.testing.DesiredThings.rebuilt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be done with a disk that one machine has in some way. */
class DiskUsesTest {

    private static final long SIZE = 1 << 24;
    private static final int MOST = 2;

    /** How the machine has it. */
    private enum Held {
        NOT,
        BOOTED,
        WRITTEN,
        READ;

        boolean allows(Wanted wanted) {
            return switch (this) {
                case NOT -> true;
                case BOOTED -> false;
                case WRITTEN -> wanted == Wanted.ATTACH;
                case READ -> wanted == Wanted.ATTACH || wanted == Wanted.SNAPSHOT;
            };
        }
    }

    /** What is to be done with it. */
    private enum Wanted {
        BOOT,
        ATTACH,
        SNAPSHOT,
        RESTORE,
        REMOVE
    }

    private final DesiredVm first = machine("first");
    private final DesiredVm second = machine("second");
    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final SimulatedHypervisor hypervisor;
    private final FolderPool pool;
    private final DiskUse use;

    DiskUsesTest(@TempDir Path folder) {
        this.hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        this.pool = new FolderPool(folder.resolve("disks"), new ImageFolder(folder), new ObjectDraftFolder(folder));
        this.use = new DiskUse(hypervisor, pool);
        pool.create(disk, SIZE, null);
        pool.takeSnapshot(snapshot, disk);
    }

    private static Stream<Arguments> all() {
        return Stream.of(Held.values())
                .flatMap(held -> Stream.of(Wanted.values()).map(wanted -> Arguments.of(held, wanted)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatWouldSpoilADiskWaitsForWhoeverHasIt(Held held, Wanted wanted) {
        give(held);
        if (held.allows(wanted)) {
            assertThatCode(() -> does(wanted)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> does(wanted))
                    .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                            .isTrue())
                    .hasMessageContaining("achine " + first.id());
        }
    }

    @Test
    void machineIsMadeAnewFromItsOwnDiskAndGetsItOnce() {
        give(Held.BOOTED);
        DesiredVm again = rebuilt(first).withBootDisk(disk);
        use.boot(again, () -> hypervisor.rebuild(again));
        assertThat(hypervisor.machines()).singleElement().satisfies(made -> assertThat(made.builds())
                .isEqualTo(again.builds()));
        assertThatThrownBy(() -> use.attach(attachment(disk, first)))
                .hasMessage("Machine " + first.id() + " still boots from disk " + disk);
    }

    @Test
    void whatIsInADriveIsEjectedBeforeSomethingElseIsPutIn() {
        UUID other = UUID.randomUUID();
        pool.create(other, SIZE, null);
        hypervisor.define(first);
        hypervisor.define(second);
        DesiredAttachment installer = inDrive(attachment(disk, first), true);
        DesiredAttachment drivers = inDrive(attachment(other, first), false);
        use.attach(installer);
        use.attach(installer);
        assertThatThrownBy(() -> use.attach(drivers))
                .hasMessage("Disk " + disk + " is still in the drive of machine " + first.id());
        use.attach(inDrive(attachment(other, second), false));
        use.attach(attachment(other, first, "/srv/other", 2));
    }

    private void give(Held held) {
        switch (held) {
            case NOT -> {}
            case BOOTED -> boot(first);
            case WRITTEN -> attach(first, false);
            case READ -> attach(first, true);
        }
    }

    private void does(Wanted wanted) {
        switch (wanted) {
            case BOOT -> boot(second);
            case ATTACH -> attach(second, false);
            case SNAPSHOT -> use.whileUnwritten(disk, () -> pool.takeSnapshot(UUID.randomUUID(), disk));
            case RESTORE -> use.whileFree(disk, () -> pool.restoreFrom(snapshot, disk, SIZE, 2));
            case REMOVE -> use.remove(disk);
        }
    }

    private void boot(DesiredVm machine) {
        DesiredVm booting = machine.withBootDisk(disk);
        use.boot(booting, () -> hypervisor.define(booting));
    }

    private void attach(DesiredVm machine, boolean isOnlyRead) {
        hypervisor.define(machine);
        DesiredAttachment desired = attachment(disk, machine, "/srv/data", MOST);
        use.attach(isOnlyRead ? readOnly(desired) : desired);
    }
}
