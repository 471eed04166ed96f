package io.skyholm.compute.selection;

import io.skyholm.compute.action.ParentOperations;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.operation.InstanceResult;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Has many instances do the same: a parent operation for the whole, with a child for each of them that can. */
@ApplicationScoped
class Selections {

    private static final Permission DELETE = new Permission(ResourceType.INSTANCE, Action.DELETE);
    private static final String THERE = """
            select id, tenant_id, undo_seconds from instance where id = any($1) and deleted_at is null order by id""";

    private final Commands commands;
    private final ParentOperations operations;

    Selections(Commands commands, ParentOperations operations) {
        this.commands = commands;
        this.operations = operations;
    }

    Uni<SelectionResult> act(Call call, ActOnInstances command) {
        if (command.action() == BulkAction.DELETE && !call.caller().may(DELETE)) {
            throw SelectionProblems.mayNotDelete();
        }
        return commands.changeOnce(
                call, command, SelectionResult.class, work -> work.list(Picked.class, THERE, (Object) command.ids())
                        .chain(picked -> act(call, work, command, picked)));
    }

    private Uni<SelectionResult> act(Call call, Work work, ActOnInstances command, List<Picked> picked) {
        if (picked.isEmpty()) {
            throw SelectionProblems.noneCan(Stream.of(command.ids())
                    .map(id -> InstanceResult.refused(id, InstanceProblems.notFound()))
                    .toList());
        }
        UUID tenant = picked.getFirst().tenantId();
        UUID by = call.caller().id();
        NewOperation begin =
                new NewOperation(tenant, command.action().whole(), SelectionOperations.TYPE, Ids.next(), by, null);
        Operation whole = operations.prepare(begin, command, undoing(command.action(), picked));
        return Sequentially.of(
                        List.of(command.ids()), id -> child(work, whole, id, refusal(find(picked, id), tenant), by))
                .map(results -> inOrder(command, results))
                .invoke(results -> note(whole, results, work.now()))
                .chain(results -> operations
                        .begin(work, whole)
                        .map(begun -> new SelectionResult(operations.view(begun), results)));
    }

    private Uni<InstanceResult> child(Work work, Operation whole, UUID id, Optional<Problem> refusal, UUID by) {
        return refusal.map(problem -> Uni.createFrom().item(InstanceResult.refused(id, problem)))
                .orElseGet(() -> operations.beginChild(work, whole, id, by));
    }

    private static Optional<Problem> refusal(Optional<Picked> picked, UUID tenant) {
        if (picked.isEmpty()) {
            return Optional.of(InstanceProblems.notFound());
        }
        return picked.get().tenantId().equals(tenant) ? Optional.empty() : Optional.of(SelectionProblems.anothers());
    }

    private static void note(Operation whole, List<InstanceResult> results, Instant now) {
        List<InstanceResult> refused =
                results.stream().filter(InstanceResult::isRefused).toList();
        if (refused.size() == results.size()) {
            throw SelectionProblems.noneCan(refused);
        }
        refused.forEach(one -> whole.refused(one.refusal(), now));
    }

    /** A deletion that can be undone takes its time. */
    private static Duration undoing(BulkAction action, List<Picked> picked) {
        int seconds = action == BulkAction.DELETE
                ? picked.stream().mapToInt(Picked::undoSeconds).max().orElse(0)
                : 0;
        return Duration.ofSeconds(seconds);
    }

    /** As they were asked for: instances are taken in another order, which is the same for all who take several. */
    private static List<InstanceResult> inOrder(ActOnInstances command, List<InstanceResult> results) {
        return results.stream()
                .sorted(Comparator.comparing(one -> command.instanceIds().indexOf(one.instanceId())))
                .toList();
    }

    private static Optional<Picked> find(List<Picked> picked, UUID id) {
        return picked.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** An instance that is there. */
    private record Picked(UUID id, UUID tenantId, int undoSeconds) {}
}
