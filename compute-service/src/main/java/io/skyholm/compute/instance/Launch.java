package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Begin;
import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.operation.OperationView;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.size.Chosen;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances, in one transaction each: quota and, where there is room at once, a machine are claimed together with
 * the row that says so.
 */
@Singleton
public class Launch {

    private static final String SET =
            "select 1 from instance_set where id = $1 and tenant_id = $2 and status = 'ACTIVE'";
    private static final String JOIN = """
            insert into instance_set_member (id, generation, tenant_id, set_id, instance_id, role, joined_at, added_by)
            values ($1, 1, $2, $3, $4, $5, $6, $7)""";

    private final Quotas quotas;
    private final Placement placement;
    private final VirtualMachines machines;
    private final OperationBook book;
    private final InstancePublisher publisher;
    private final ReconcileQueue queue;
    private final InstanceSettings settings;

    Launch(
            Quotas quotas,
            Placement placement,
            VirtualMachines machines,
            OperationBook book,
            InstancePublisher publisher,
            ReconcileQueue queue,
            InstanceSettings settings) {
        this.quotas = quotas;
        this.placement = placement;
        this.machines = machines;
        this.book = book;
        this.publisher = publisher;
        this.queue = queue;
        this.settings = settings;
    }

    /** For whom an instance is made, and by whom. */
    public record For(UUID tenantId, UUID userId, UUID by) {}

    /** Makes an instance as a part of another operation: one of a set that is launched as one. */
    public Uni<OperationView> part(Work work, For whom, Part part) {
        Start start = new Start(part.command(), whom.tenantId(), whom.userId(), whom.by(), part.chosen(), null);
        return one(work, start, part, null);
    }

    Uni<OperationView> one(Work work, Start start, @Nullable Part part, Placement.@Nullable Seen seen) {
        Instant now = Instant.now();
        Instance instance = NewInstance.of(start, now);
        return check(work, instance)
                .chain(() -> quotas.claim(work, instance.tenantId, instance.userId, instance.size()))
                .invoke(scopes -> {
                    instance.amounts.quotaScopes = scopes;
                    instance.amounts.quota(1, instance.size());
                })
                .chain(() -> claim(work, instance, part, seen))
                .chain(place -> insert(work, instance, place, part));
    }

    /** Of many that are made in one transaction none claims a machine in it: others would wait for all of them. */
    private Uni<Optional<Place>> claim(
            Work work, Instance instance, @Nullable Part part, Placement.@Nullable Seen seen) {
        return part != null || seen == null
                ? Uni.createFrom().item(Optional.empty())
                : placement.claim(work, instance.id, instance.demand(), seen);
    }

    private static Uni<Void> check(Work work, Instance instance) {
        if (instance.wanted.instanceSetId == null) {
            return Uni.createFrom().voidItem();
        }
        return work.query(SET, instance.wanted.instanceSetId, instance.tenantId)
                .invoke(rows -> {
                    if (!rows.hasNext()) {
                        throw InstanceProblems.noSuchSet();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<OperationView> insert(Work work, Instance instance, Optional<Place> place, @Nullable Part part) {
        Instant now = instance.createdAt;
        publisher.publish(work, InstanceEvents.CREATED, instance);
        place.ifPresent(found -> {
            instance.placed(found);
            instance.changed(null, now);
            publisher.publish(work, InstanceEvents.PLACED, instance);
        });
        Duration longest = place.isPresent() ? settings.longest() : Duration.ofSeconds(instance.waitSeconds);
        Begin begin = Begin.ofInstance(instance.tenantId, OperationKind.CREATE, instance.id, instance.createdBy)
                .partOf(part == null ? null : part.operation());
        VirtualMachine machine =
                new VirtualMachine(instance.virtualMachineId, instance.tenantId, instance.id, instance.name, now);
        join(work, instance, part == null ? "member" : part.role());
        // Network's word wakes one that has a place, and the sweep sees to its deadline.
        if (place.isEmpty()) {
            queue.wake(work, Waiting.KIND, instance.id);
        }
        Operation operation = book.prepare(begin, Map.of(), longest);
        noteSteps(operation, place.isPresent(), now);
        instance.operationId = operation.id();
        return book.begin(work, operation)
                .call(() -> work.insert(instance))
                .call(() -> machines.add(work, machine, instance.size()))
                .map(OperationView::of);
    }

    private static void noteSteps(Operation operation, boolean placed, Instant now) {
        operation.at("place", null, now);
        if (placed) {
            operation.at("network", null, now);
        }
    }

    private static void join(Work work, Instance instance, String role) {
        if (instance.wanted.instanceSetId != null) {
            work.send(
                    JOIN,
                    Ids.next(),
                    instance.tenantId,
                    instance.wanted.instanceSetId,
                    instance.id,
                    role,
                    OffsetDateTime.ofInstant(instance.createdAt, ZoneOffset.UTC),
                    instance.createdBy);
        }
    }

    /** One instance of several that are launched together. */
    public record Part(UUID operation, String role, CreateInstance command, Chosen chosen) {}
}
