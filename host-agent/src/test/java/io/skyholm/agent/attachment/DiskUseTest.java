package io.skyholm.agent.attachment;

import static io.skyholm.agent.testing.DesiredThings.attachment;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.Step;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.agent.vm.VmDriver;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine has of disks, also where a hypervisor does not come back from one. */
class DiskUseTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long GIB = 1L << 30;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimulatedHypervisor hypervisor;
    private final FolderPool pool;
    private final DiskUse use;

    DiskUseTest(@TempDir Path folder) {
        this.hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        this.pool = new FolderPool(folder.resolve("disks"), new ImageFolder(folder), new ObjectDraftFolder(folder));
        this.use = new DiskUse(hypervisor, pool);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void itHangsWithOneDiskAndOthersAreAttachedAndRemoved() {
        DesiredVm web = machine("web");
        hypervisor.define(web);
        UUID hanging = disk();
        UUID attached = disk();
        UUID removed = disk();
        CompletableFuture<Void> never = does(() -> use.attach(attachment(hanging, web, "/srv/hang-attach", 1)));
        assertThat(does(() -> use.attach(attachment(attached, web)))).succeedsWithin(SOON);
        assertThat(does(() -> use.remove(removed))).succeedsWithin(SOON);
        assertThat(never).isNotDone();
        assertThat(hypervisor.attachments()).singleElement().satisfies(one -> assertThat(one.diskId())
                .isEqualTo(attached));
        assertThat(pool.disk(removed)).isEmpty();
    }

    @Test
    void machineIsMadeWhenTheDiskThatItBootsFromIsWhole() {
        DesiredVm web = machine("web").withBootDisk(UUID.randomUUID());
        VmDriver driver = new VmDriver(hypervisor, use, (thing, secrets) -> secrets);
        Step define = driver.next(web).orElseThrow();
        assertThatThrownBy(define.work()::run).hasMessageContaining("is not there yet");
        assertThat(hypervisor.machines()).isEmpty();
        pool.create(Objects.requireNonNull(web.bootDiskId()), GIB, null);
        define.work().run();
        assertThat(hypervisor.machines()).singleElement().satisfies(made -> assertThat(made.bootDiskId())
                .isEqualTo(web.bootDiskId()));
    }

    @Test
    void diskIsNeitherRemovedNorRestoredWhileAMachineBootsFromIt() {
        UUID disk = disk();
        DesiredVm web = machine("web").withBootDisk(disk);
        hypervisor.define(web);
        assertThatThrownBy(() -> use.remove(disk)).hasMessageContaining("still boots from disk " + disk);
        hypervisor.rebuild(DesiredThings.rebuilt(web).withBootDisk(disk()));
        use.remove(disk);
        assertThat(pool.disk(disk)).isEmpty();
    }

    @Test
    void anEncryptedDiskIsAttachedWithTheKeyThatOpensItAndNoOther() {
        DesiredVm web = machine("web");
        hypervisor.define(web);
        UUID disk = UUID.randomUUID();
        pool.create(disk, GIB, null, new DiskKeys(1, "a".repeat(64), List.of()));
        DesiredAttachment wanted = attachment(disk, web);
        assertThatThrownBy(() -> use.attach(wanted))
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue())
                .hasMessageContaining("The key of disk");
        use.keyring().put(disk, new DiskKeys(2, "b".repeat(64), List.of()));
        assertThatThrownBy(() -> use.attach(wanted)).hasMessage("The key of disk " + disk + " does not open it");
        assertThat(hypervisor.attachments()).isEmpty();
        use.keyring().put(disk, new DiskKeys(2, "b".repeat(64), List.of("a".repeat(64))));
        use.changeKey(disk);
        use.attach(wanted);
        assertThat(hypervisor.attachments()).singleElement().satisfies(one -> assertThat(one.diskId())
                .isEqualTo(disk));
        use.keyring().put(disk, new DiskKeys(3, "c".repeat(64), List.of("b".repeat(64))));
        use.changeKey(disk);
        assertThat(pool.disk(disk).orElseThrow().keyVersion()).isEqualTo(3);
        use.keyring().put(disk, null);
        assertThatThrownBy(() -> use.changeKey(disk)).hasMessageContaining("is not there yet");
    }

    private CompletableFuture<Void> does(Runnable step) {
        return CompletableFuture.runAsync(step, threads);
    }

    private UUID disk() {
        UUID id = UUID.randomUUID();
        pool.create(id, GIB, null);
        return id;
    }
}
