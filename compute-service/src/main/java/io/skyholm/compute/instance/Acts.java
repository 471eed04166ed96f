package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Begin;
import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.operation.OperationView;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Has instances do things: the wish is written down, and the reconciler brings it about. */
@Singleton
public class Acts {

    private final OperationBook book;
    private final Quotas quotas;
    private final Placement placement;
    private final Waiting waiting;
    private final InstancePublisher publisher;
    private final ReconcileQueue queue;
    private final InstanceSettings settings;

    Acts(
            OperationBook book,
            Quotas quotas,
            Placement placement,
            Waiting waiting,
            InstancePublisher publisher,
            ReconcileQueue queue,
            InstanceSettings settings) {
        this.book = book;
        this.quotas = quotas;
        this.placement = placement;
        this.waiting = waiting;
        this.publisher = publisher;
        this.queue = queue;
        this.settings = settings;
    }

    /** How long something that is made of such acts may take. */
    public Duration longest() {
        return settings.longest().plusMinutes(1);
    }

    /** Begins something with an instance that is named, if there is one and it can do that now. */
    public Uni<Optional<OperationView>> tryBegin(Work work, UUID id, Act act) {
        return work.lock(Instance.class, id).chain(found -> found.filter(instance -> can(instance, act.kind()))
                .map(instance -> tryBegin(work, instance, act))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<OperationView>> tryBegin(Work work, Instance instance, Act act) {
        return book.held(work, instance.operationId)
                .map(current -> current.filter(Operation::isOpen)
                        .filter(older -> !Allowed.supersedes(act.kind(), older.kind()))
                        .isPresent())
                .chain(busy -> busy
                        ? Uni.createFrom().item(Optional.empty())
                        : begin(work, instance, act).map(Optional::of));
    }

    private static boolean can(Instance instance, OperationKind kind) {
        return Allowed.in(instance.status, kind) && instance.fate == Fate.KEEP;
    }

    /** Begins something with an instance that is held, or says why not. */
    Uni<OperationView> begin(Work work, Instance instance, Act act) {
        if (!Allowed.in(instance.status, act.kind()) && instance.operationId == null) {
            throw InstanceProblems.notNow(act.kind(), instance.status);
        }
        if (instance.fate == Fate.GIVE_BACK && act.kind() != OperationKind.DELETE) {
            throw InstanceProblems.givingBack();
        }
        return book.held(work, instance.operationId)
                .chain(current -> current.filter(Operation::isOpen)
                        .map(older -> supersede(work, instance, act, older))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> prepare(work, instance, act))
                .chain(() -> open(work, instance, act));
    }

    private Uni<Void> supersede(Work work, Instance instance, Act act, Operation older) {
        if (!Allowed.supersedes(act.kind(), older.kind())) {
            throw InstanceProblems.busy(older.kind());
        }
        waiting.leave(work, instance.id);
        String why = "A " + act.kind() + " took its place";
        return book.end(work, older, OperationStatus.CANCELLED, why).replaceWithVoid();
    }

    /** What is needed before it can begin: its quota again if it had given it back, more of its machine if it grows. */
    private Uni<Void> prepare(Work work, Instance instance, Act act) {
        return switch (act.kind()) {
            case CREATE, START, RESUME, RESTART, REBUILD -> revive(work, instance);
            case RESIZE -> grow(work, instance, (ResizeRequest) act.request());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> revive(Work work, Instance instance) {
        if (instance.amounts.quotaInstances > 0) {
            return Uni.createFrom().voidItem();
        }
        return quotas.claim(work, instance.tenantId, instance.userId, instance.size())
                .invoke(scopes -> {
                    instance.amounts.quotaScopes = scopes;
                    instance.amounts.quota(1, instance.size());
                })
                .replaceWithVoid();
    }

    /** It takes all that the larger of the two sizes needs at once, and gives back the rest when its host has followed. */
    private Uni<Void> grow(Work work, Instance instance, ResizeRequest request) {
        Size needed = request.wanted().orMore(instance.amounts.held());
        Size more = needed.minus(instance.amounts.held());
        Uni<Boolean> capacity = instance.hasPlace() && !instance.isExclusive()
                ? placement.grow(work, instance.holding(), more)
                : Uni.createFrom().item(!instance.isExclusive() || more.equals(Size.NONE) || !instance.hasPlace());
        return capacity.chain(enough -> {
            if (!enough) {
                throw InstanceProblems.noRoomToGrow();
            }
            if (instance.hasPlace() && !instance.isExclusive()) {
                instance.amounts.held(needed);
            }
            Size limit = instance.hasPlace() ? request.wanted().orMore(instance.amounts.quota()) : request.wanted();
            Size claimed = limit.minus(instance.amounts.quota());
            instance.amounts.quota(instance.amounts.quotaInstances, limit);
            return quotas.change(work, instance.tenantId, instance.amounts.quotaScopes, 0, claimed);
        });
    }

    private Uni<OperationView> open(Work work, Instance instance, Act act) {
        Instant now = Instant.now();
        Wanted.of(instance, act, now);
        Begin begin = Begin.ofInstance(instance.tenantId, act.kind(), instance.id, act.by())
                .partOf(act.parent());
        return book.begin(work, begin, act.request(), longest(instance, act.kind()))
                .chain(operation -> {
                    instance.operationId = operation.id();
                    instance.changed(act.by(), now);
                    publisher.publish(work, InstanceEvents.CHANGED, instance);
                    queue.wake(work, Waiting.KIND, instance.id);
                    return work.update(instance).replaceWith(OperationView.of(operation));
                });
    }

    private Duration longest(Instance instance, OperationKind kind) {
        return switch (kind) {
            case CREATE -> Duration.ofSeconds(instance.waitSeconds);
            case DELETE -> settings.longest().plusSeconds(instance.undoSeconds);
            default -> settings.longest();
        };
    }
}
