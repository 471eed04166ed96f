package io.skyholm.agent.attachment;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DesiredAttachment;
import java.util.UUID;

/** Of attaching a disk and removing it one waits for the other, so that no machine has a disk that is not there. */
public final class DiskUse {

    private final Hypervisor hypervisor;
    private final DiskPool pool;

    public DiskUse(Hypervisor hypervisor, DiskPool pool) {
        this.hypervisor = hypervisor;
        this.pool = pool;
    }

    /** Attaches a disk that is whole. */
    public synchronized void attach(DesiredAttachment desired) {
        if (pool.disk(desired.diskId()).filter(Disk::whole).isEmpty()) {
            throw HypervisorProblem.notYet("Disk " + desired.diskId() + " is not there yet");
        }
        hypervisor.attach(desired);
    }

    /** Removes a disk that no machine has. */
    public synchronized void remove(UUID disk) {
        requireFree(disk);
        pool.remove(disk);
    }

    /** Refuses what is done only to a disk that no machine has. */
    public synchronized void requireFree(UUID disk) {
        hypervisor.attachments().stream()
                .filter(attachment -> attachment.diskId().equals(disk))
                .findFirst()
                .ifPresent(DiskUse::refuse);
    }

    private static void refuse(Attachment attachment) {
        throw HypervisorProblem.notYet(
                "Disk " + attachment.diskId() + " is still attached to machine " + attachment.machineId());
    }
}
