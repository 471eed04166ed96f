package io.skyholm.storage.attachment;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.DiskAttachmentEvents;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.DiskBytes;
import io.skyholm.storage.disk.AttachableDisks;
import io.skyholm.storage.disk.AttachableDisks.AttachableDisk;
import io.skyholm.storage.disk.DiskDependent;
import io.skyholm.storage.instance.Instances;
import io.skyholm.storage.instance.KnownInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** What can be done with attachments. */
@ApplicationScoped
class DiskAttachments {

    /** A role or a key that allows disks may leave it out, or allow it in other projects. */
    private static final Permission CHANGE_INSTANCES = new Permission(ResourceType.INSTANCE, Action.UPDATE);

    private static final String AT_INSTANCE =
            "select 1 from disk_attachment where disk_id = $1 and instance_id = $2 and deleted_at is null";
    private static final String ALL_TAKEN = """
            select 1 where $2 <= (select count(*) from disk_attachment where disk_id = $1 and deleted_at is null)""";

    private final Commands commands;
    private final AttachmentLifecycle life;
    private final AttachableDisks disks;
    private final Instances instances;
    private final AttachmentsOfInstances.Hold hold;

    DiskAttachments(
            Commands commands,
            AttachmentLifecycle life,
            AttachableDisks disks,
            Instances instances,
            AttachmentsOfInstances.Hold hold) {
        this.commands = commands;
        this.life = life;
        this.disks = disks;
        this.instances = instances;
        this.hold = hold;
    }

    /**
     * The disk is held, so of those who ask at once no more get it than it allows. What is on a disk becomes a part of the instance that
     * gets it, so it takes the right to change that, too.
     */
    Uni<DiskAttachmentView> attach(Call call, UUID disk, AttachDisk command) {
        DiskBytes.checkReadable(call, DiskAttachmentProblems::diskNotFound);
        Set<UUID> projects = call.caller().using(CHANGE_INSTANCES).groups();
        return commands.changeOnce(
                call, new ToInstance(disk, command), DiskAttachmentView.class, work -> disks.held(work, disk)
                        .chain(held -> work.within(projects, () -> machineOf(work, held, command.instanceId()))
                                .call(() -> checkNotHeld(work, command.instanceId()))
                                .call(() -> checkFree(work, held, command.instanceId()))
                                .map(machine -> new DiskAttachment(
                                        held, machine, command, life.all().created(call))))
                        .invoke(attachment -> life.expect(work, attachment))
                        .chain(attachment -> life.all().insert(work, DiskAttachmentEvents.CREATED, attachment)));
    }

    /** The virtual machine of an instance that the disk can be attached to. */
    private Uni<UUID> machineOf(Work work, AttachableDisk disk, UUID instance) {
        return instances.held(work, instance).map(found -> found.filter(
                        known -> known.tenantId().equals(disk.tenantId()) && !known.isLeaving())
                .map(known -> machineOf(disk, known))
                .orElseThrow(DiskAttachmentProblems::instanceNotFound));
    }

    private static UUID machineOf(AttachableDisk disk, KnownInstance instance) {
        UUID machine = instance.virtualMachineId();
        if (machine == null || instance.hasNoPlace()) {
            throw DiskAttachmentProblems.withoutMachine();
        }
        if (!disk.host().equals(instance.computeMachineId())) {
            throw DiskAttachmentProblems.elsewhere();
        }
        return machine;
    }

    /** Who holds it holds what is known of it first, and sees what was attached by then. */
    private Uni<Void> checkNotHeld(Work work, UUID instance) {
        return work.none(DiskAttachmentProblems::instanceIsHeld, hold.select(), instance);
    }

    private static Uni<Void> checkFree(Work work, AttachableDisk disk, UUID instance) {
        int most = disk.maxAttachments();
        return work.none(DiskAttachmentProblems::hasDisk, AT_INSTANCE, disk.id(), instance)
                .chain(() -> work.none(() -> DiskAttachmentProblems.inUse(most), ALL_TAKEN, disk.id(), (long) most));
    }

    /** It is DETACHED once its host has shown that the instance does not have the disk. */
    Uni<DiskAttachmentView> detach(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(DiskAttachments::checkNotDetaching)
                .call(attachment -> checkNotHeld(work, attachment.instanceId))
                .chain(attachment -> life.detach(work, attachment)));
    }

    private static void checkNotDetaching(DiskAttachment attachment) {
        if (attachment.status == DiskAttachmentStatus.DETACHING) {
            throw DiskAttachmentProblems.isDetaching();
        }
    }

    Uni<DiskAttachmentView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<Page<DiskAttachmentView>> list(Call call, DiskAttachmentFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }

    /** They keep their disk as it is. */
    @Produces
    @Singleton
    static DiskDependent ofDisk() {
        return () -> "select 1 from disk_attachment where disk_id = $1 and deleted_at is null";
    }

    /** Which disk it is belongs to what is asked for. */
    private record ToInstance(UUID disk, AttachDisk command) {}
}
