package io.skyholm.agent.attachment;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Attaching, booting, copying and removing a disk exclude each other; otherwise a snapshot could mix old and new bytes, and a
 * machine could have a disk that is not there, or write to one that another boots from.
 */
public final class DiskUse {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DiskLocks locks = new DiskLocks(PATIENCE);
    private final DiskKeyring keyring;
    private final Hypervisor hypervisor;
    private final DiskPool pool;

    public DiskUse(Hypervisor hypervisor, DiskPool pool) {
        this(hypervisor, pool, new DiskKeyring());
    }

    /** The same of a hypervisor that opens encrypted disks with these keys. */
    public DiskUse(Hypervisor hypervisor, DiskPool pool, DiskKeyring keyring) {
        this.hypervisor = hypervisor;
        this.pool = pool;
        this.keyring = keyring;
    }

    /** What opens the encrypted ones. */
    public DiskKeyring keyring() {
        return keyring;
    }

    /** Changes the key of an encrypted disk while nobody attaches or copies it. Machines that have it opened it before, and go on. */
    public void changeKey(UUID disk) {
        locks.alone(disk, () -> pool.changeKey(disk, keyring.of(disk)));
    }

    /** Attaches a disk that is whole, to no more machines than it may be. */
    public void attach(DesiredAttachment desired) {
        locks.alone(desired.diskId(), () -> attachWhole(desired));
    }

    /** Makes a machine, or makes it anew, when the disk that it boots from is whole and no other machine's. */
    public void boot(DesiredVm desired, Runnable work) {
        UUID disk = desired.bootDiskId();
        if (disk == null) {
            work.run();
        } else {
            locks.alone(disk, () -> {
                checkWhole(disk);
                checkAttachedToNone(disk);
                checkBootsNone(disk, machine -> !machine.id().equals(desired.id()));
                work.run();
            });
        }
    }

    /** A hypervisor would give its machine whatever an encrypted disk holds where the key is another's. */
    private void checkWhole(UUID disk) {
        Disk whole = pool.disk(disk)
                .filter(Disk::whole)
                .orElseThrow(() -> HypervisorProblem.notYet("Disk " + disk + " is not there yet"));
        if (whole.isEncrypted() && !pool.isOpenedBy(disk, keyring.of(disk))) {
            throw new HypervisorProblem("The key of disk " + disk + " does not open it");
        }
    }

    private void attachWhole(DesiredAttachment desired) {
        checkWhole(desired.diskId());
        checkBootsNone(desired.diskId());
        checkRoom(desired);
        checkDrive(desired);
        hypervisor.attach(desired);
    }

    /** A machine has one drive; what is in it is ejected first. */
    private void checkDrive(DesiredAttachment desired) {
        if (desired.medium() != null) {
            hypervisor.attachments().stream()
                    .filter(other -> other.inDrive() && other.machineId().equals(desired.virtualMachineId()))
                    .filter(other -> !other.id().equals(desired.id()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw HypervisorProblem.notYet(
                                "Disk " + other.diskId() + " is still in the drive of machine " + other.machineId());
                    });
        }
    }

    /** What the platform believes may be behind what is here: two machines that write to one disk destroy what is on it. */
    private void checkRoom(DesiredAttachment desired) {
        Integer most = desired.maxAttachments();
        long others = of(desired.diskId()).stream()
                .filter(attachment -> !attachment.id().equals(desired.id()))
                .count();
        if (most != null && others >= most) {
            throw HypervisorProblem.notYet(
                    "Disk " + desired.diskId() + " is attached to as many machines as it may be, which is " + most);
        }
    }

    /** Removes a disk that no machine has. */
    public void remove(UUID disk) {
        whileFree(disk, () -> pool.remove(disk));
    }

    /** Does what is done only to a disk that no machine has. */
    public void whileFree(UUID disk, Runnable work) {
        locks.alone(disk, () -> {
            checkAttachedToNone(disk);
            checkBootsNone(disk);
            work.run();
        });
    }

    /** Does what reads the bytes of one moment: nobody may write to the disk meanwhile, whatever the platform believes. */
    public void whileUnwritten(UUID disk, Runnable work) {
        locks.together(disk, () -> {
            of(disk).stream().filter(Attachment::mayWrite).findFirst().ifPresent(DiskUse::refuse);
            checkBootsNone(disk);
            work.run();
        });
    }

    /** Does what may be done whoever writes to the disk; it is neither attached nor removed meanwhile. */
    public void whileThere(UUID disk, Runnable work) {
        locks.together(disk, work);
    }

    private List<Attachment> of(UUID disk) {
        return hypervisor.attachments().stream()
                .filter(attachment -> attachment.diskId().equals(disk))
                .toList();
    }

    private void checkAttachedToNone(UUID disk) {
        of(disk).stream().findFirst().ifPresent(DiskUse::refuse);
    }

    private static void refuse(Attachment attachment) {
        throw HypervisorProblem.notYet(
                "Disk " + attachment.diskId() + " is still attached to machine " + attachment.machineId());
    }

    /** A machine writes to what it boots from, whoever else wants the disk. */
    private void checkBootsNone(UUID disk) {
        checkBootsNone(disk, machine -> true);
    }

    private void checkBootsNone(UUID disk, Predicate<Machine> who) {
        hypervisor.machines().stream()
                .filter(machine -> machine.bootsFrom(disk))
                .filter(who)
                .findFirst()
                .ifPresent(machine -> {
                    throw HypervisorProblem.notYet("Machine " + machine.id() + " still boots from disk " + disk);
                });
    }
}
