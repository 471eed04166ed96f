package io.skyholm.compute.instance;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.part.Parts;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.compute.wallet.Wallets;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates instances, in one transaction each: quota and, where there is room at once, a machine are claimed together with
 * the row that says so.
 */
@Singleton
public class Launch {

    /** The step that says what is recommended where less was asked for. */
    private static final String ADVISE = "advise";

    private final BootImages images;
    private final Wallets wallets;
    private final Quotas quotas;
    private final Placement placement;
    private final Parts parts;
    private final SetMembership sets;
    private final VirtualMachines vms;
    private final OperationRecorder operations;
    private final InstancePublisher publisher;
    private final InstanceWaker waker;
    private final InstanceSettings settings;

    Launch(
            BootImages images,
            Wallets wallets,
            Quotas quotas,
            Placement placement,
            Parts parts,
            SetMembership sets,
            VirtualMachines vms,
            OperationRecorder operations,
            InstancePublisher publisher,
            InstanceWaker waker,
            InstanceSettings settings) {
        this.images = images;
        this.wallets = wallets;
        this.quotas = quotas;
        this.placement = placement;
        this.parts = parts;
        this.sets = sets;
        this.vms = vms;
        this.operations = operations;
        this.publisher = publisher;
        this.waker = waker;
        this.settings = settings;
    }

    /** Creates one instance, on one of the machines that were seen if there is room. */
    Uni<OperationView> one(Work work, InstanceSpec spec, Placement.Seen seen) {
        Instance instance = new Instance(spec, work.now());
        placement.takeTurn(work, instance.demand());
        return charge(work, instance)
                .chain(() -> placement.claim(work, instance.id, instance.demand(), seen))
                .invoke(place -> requireMachine(instance, place, seen))
                .call(place -> chargeMachine(work, instance, place))
                .chain(place -> insert(
                        work,
                        instance,
                        place,
                        Membership.ALONE.advised(spec.chosen().advice())));
    }

    /**
     * Creates one of many instances in a transaction. None of them claims a machine in it: whoever else wants one of those
     * machines would wait until all of them are created.
     */
    public Uni<OperationView> member(Work work, InstanceSpec spec, Membership membership, Placement.Seen seen) {
        Instance instance = new Instance(spec, work.now());
        return charge(work, instance)
                .invoke(() -> requireMachine(instance, Optional.empty(), seen))
                .chain(() -> insert(
                        work,
                        instance,
                        Optional.empty(),
                        membership.advised(spec.chosen().advice())));
    }

    /** Room that is taken may become free, and is waited for; what no machine ever has is refused. */
    private static void requireMachine(Instance instance, Optional<Place> place, Placement.Seen seen) {
        if (place.isEmpty()) {
            seen.whyNever(instance.demand()).ifPresent(why -> {
                throw InstanceProblems.noMachineIsLargeEnough(why);
            });
        }
    }

    private Uni<Void> charge(Work work, Instance instance) {
        return wallets.require(work, instance.tenantId, instance.allocation.planId())
                .chain(() -> checkSet(work, instance))
                .chain(() -> images.checkOwner(work, instance.boot.imageVersionId(), instance.tenantId))
                .chain(() -> quotas.claim(work, instance.tenantId, instance.userId, instance.allocation.size()))
                .invoke(instance.allocation::charged)
                .replaceWithVoid();
    }

    /** Who has a machine to itself is charged all of it, or is refused. */
    private Uni<Void> chargeMachine(Work work, Instance instance, Optional<Place> place) {
        return place.filter(found -> instance.isExclusive())
                .map(found -> quotas.resize(work, instance.tenantId, instance.allocation.charge(), found.held())
                        .invoke(instance.allocation::charged)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> checkSet(Work work, Instance instance) {
        UUID set = instance.placement.instanceSetId();
        return set == null
                ? Uni.createFrom().voidItem()
                : sets.isOpen(work, instance.tenantId, set)
                        .invoke(open -> {
                            if (!open) {
                                throw InstanceProblems.noSuchSet();
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<OperationView> insert(Work work, Instance instance, Optional<Place> place, Membership membership) {
        Instant now = instance.revision.createdAt();
        publisher.publish(work, InstanceEvents.CREATED, instance);
        place.ifPresent(found -> {
            instance.placed(found, parts.names(instance.boot.imageVersionId()));
            publisher.changed(work, InstanceEvents.PLACED, instance, null);
        });
        join(work, instance, membership.role());
        // What prepares its parts wakes one that has a place, and the sweep sees to its deadline.
        if (place.isEmpty()) {
            waker.wake(work, instance.id);
        }
        Operation operation = operation(instance, membership);
        instance.progress.begun(operation.id());
        VirtualMachine vm = new VirtualMachine(
                instance.virtualMachineId, instance.tenantId, instance.id, instance.profile.name, now);
        return operations
                .begin(work, operation)
                .call(() -> work.insert(instance))
                .call(() -> vms.add(work, vm, instance.allocation.size()))
                .map(operations::view);
    }

    private Operation operation(Instance instance, Membership membership) {
        boolean placed = instance.location.isPlaced();
        NewOperation begin = NewOperation.ofInstance(
                        instance.tenantId, OperationKind.CREATE, instance.id, instance.revision.createdBy())
                .childOf(membership.operation());
        Operation operation = operations.prepare(
                begin, Map.of(), placed ? settings.longest() : Duration.ofSeconds(instance.progress.waitSeconds()));
        if (membership.advice() != null) {
            operation.at(ADVISE, membership.advice(), instance.revision.createdAt());
        }
        operation.at(Progress.PLACE, null, instance.revision.createdAt());
        if (placed) {
            instance.parts.wanted().stream()
                    .findFirst()
                    .ifPresent(first -> operation.at(first, null, instance.revision.createdAt()));
        }
        return operation;
    }

    private void join(Work work, Instance instance, String role) {
        UUID set = instance.placement.instanceSetId();
        if (set != null) {
            UUID by = Objects.requireNonNull(instance.revision.createdBy());
            Instant now = instance.revision.createdAt();
            sets.join(work, new SetMembership.Joining(instance.tenantId, set, instance.id, role, by, now));
        }
    }

    /** What an instance is created for: under which parent operation, as what in its set, and with what its image recommends beside. */
    public record Membership(
            @Nullable UUID operation, String role, @Nullable String advice) {

        private static final Membership ALONE = new Membership(null, "member");

        /** With nothing that is said beside. */
        public Membership(@Nullable UUID operation, String role) {
            this(operation, role, null);
        }

        private Membership advised(@Nullable String recommended) {
            return new Membership(operation, role, recommended);
        }
    }
}
