package io.skyholm.storage.bootdisk;

import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.InstanceDisks;
import io.skyholm.storage.instance.Instances;
import io.skyholm.storage.instance.KnownInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Walks the boot disk of an instance from what it is to what compute wants, and tells compute how far it is. */
@ApplicationScoped
class BootDiskReconciler implements Reconciler {

    static final String KIND = "boot-disk";

    /** What could not be had may be there by then: room in the pool, or in a quota. */
    private static final Next LATER = Next.in(Duration.ofSeconds(15));

    private final Instances instances;
    private final InstanceDisks disks;
    private final BootDiskRecorder recorder;
    private final TenantTransaction transactions;

    BootDiskReconciler(
            Instances instances, InstanceDisks disks, BootDiskRecorder recorder, TenantTransaction transactions) {
        this.instances = instances;
        this.disks = disks;
        this.recorder = recorder;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
                select told.id from boot_disk told where status = 'RELEASING'
                    or (status = 'WAITING' and compute_machine_id is not null)
                    or (status in ('WAITING', 'FAILED') and exists (
                        select from known_instance wanted
                        where wanted.id = told.id and wanted.boot_disk_wanted and wanted.compute_machine_id is not null))
                union
                select wanted.id from known_instance wanted left join boot_disk told on told.id = wanted.id
                where wanted.boot_disk_wanted and wanted.compute_machine_id is not null and told.id is null""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> instances.find(work, id).chain(found -> found.map(
                                instance -> step(work, instance)
                                        .onFailure(Problem.class)
                                        .transform(problem -> new Refusal(instance, problem)))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))))
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> explain(cause, refusal));
    }

    private Uni<Next> step(Work work, KnownInstance instance) {
        return recorder.told(work, instance.id()).chain(told -> disks.of(work, instance.id())
                .map(held -> BootDiskMove.of(instance, told.isPresent(), held))
                .chain(move -> make(work, instance, move).chain(news -> note(work, instance, told, news)))
                .replaceWith(Next.DONE));
    }

    private Uni<Void> note(Work work, KnownInstance instance, Optional<BootDisk> told, Optional<BootDiskReport> news) {
        return news.map(said -> recorder.note(work, instance, told, said))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Optional<BootDiskReport>> make(Work work, KnownInstance instance, BootDiskMove move) {
        return switch (move.kind()) {
            case REST, CLEAR ->
                Sequentially.of(move.removed(), disk -> disks.remove(work, disk))
                        .replaceWith(Optional.ofNullable(move.news()));
            case GROW ->
                disks.grow(work, Objects.requireNonNull(move.disk()), instance.storageGb())
                        .replaceWith(Optional.ofNullable(move.news()));
            case MAKE ->
                disks.make(work, instance)
                        .map(disk -> Optional.of(BootDiskReport.of(instance, BootDiskStatus.WAITING, null, disk)));
        };
    }

    /** What was begun is undone already: only the reason is kept, unless the instance has moved on meanwhile, which is looked at instead. */
    private Uni<Next> explain(Cause cause, Refusal refusal) {
        UUID id = refusal.tried.id();
        return transactions.change(cause, work -> instances.held(work, id).chain(found -> found.map(
                        instance -> explain(work, instance, refusal))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> explain(Work work, KnownInstance instance, Refusal refusal) {
        return recorder.told(work, instance.id()).chain(told -> BootDiskReport.failed(
                        refusal.tried, instance, told.map(BootDisk::news), refusal.problem.detail())
                .map(news -> recorder.note(work, instance, told, news).replaceWith(LATER))
                .orElseGet(() -> Uni.createFrom().item(Next.NOW)));
    }

    /** What could not be done for an instance as it was. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient KnownInstance tried;
        private final Problem problem;

        Refusal(KnownInstance tried, Throwable problem) {
            super(problem);
            this.tried = tried;
            this.problem = (Problem) problem;
        }
    }
}
