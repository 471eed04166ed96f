package io.skyholm.compute.selection;

import io.skyholm.compute.action.ActionStarter;
import io.skyholm.compute.action.ParentOperations;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has many instances do the same: an operation for the whole, with one for each of them that can as its parts. */
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

    Uni<OperationView> act(Call call, ActOnInstances command) {
        if (command.action() == BulkAction.DELETE && !call.caller().may(DELETE)) {
            throw SelectionProblems.mayNotDelete();
        }
        return commands.changeOnce(
                call, command, OperationView.class, work -> work.list(Picked.class, THERE, (Object) command.ids())
                        .chain(picked -> act(call, work, command, picked)));
    }

    private Uni<OperationView> act(Call call, Work work, ActOnInstances command, List<Picked> picked) {
        if (picked.isEmpty()) {
            throw SelectionProblems.noneCan(List.of(ActionStarter.NOT_THERE));
        }
        UUID tenant = picked.getFirst().tenantId();
        UUID by = call.caller().id();
        NewOperation begin =
                new NewOperation(tenant, command.action().whole(), SelectionOperations.TYPE, Ids.next(), by, null);
        Operation whole = operations.prepare(begin, command, undoing(command.action(), picked));
        return Each.of(List.of(command.ids()), id -> part(work, whole, id, refusal(find(picked, id), tenant), by))
                .invoke(refusals -> note(whole, refusals, work.now()))
                .chain(() -> operations.begin(work, whole))
                .map(operations::view);
    }

    private Uni<Optional<String>> part(Work work, Operation whole, UUID id, Optional<String> refusal, UUID by) {
        Uni<Optional<String>> refused =
                refusal.isPresent() ? Uni.createFrom().item(refusal) : operations.beginPart(work, whole, id, by);
        return refused.map(found -> found.map(why -> id + ": " + why));
    }

    private static Optional<String> refusal(Optional<Picked> picked, UUID tenant) {
        if (picked.isEmpty()) {
            return Optional.of(ActionStarter.NOT_THERE);
        }
        return picked.get().tenantId().equals(tenant) ? Optional.empty() : Optional.of(SelectionProblems.ANOTHERS);
    }

    private static void note(Operation whole, List<Optional<String>> refusals, Instant now) {
        List<String> refused = refusals.stream().flatMap(Optional::stream).toList();
        if (refused.size() == refusals.size()) {
            throw SelectionProblems.noneCan(refused);
        }
        refused.forEach(why -> whole.refused(why, now));
    }

    /** A deletion that can be undone takes its time. */
    private static Duration undoing(BulkAction action, List<Picked> picked) {
        int seconds = action == BulkAction.DELETE
                ? picked.stream().mapToInt(Picked::undoSeconds).max().orElse(0)
                : 0;
        return Duration.ofSeconds(seconds);
    }

    private static Optional<Picked> find(List<Picked> picked, UUID id) {
        return picked.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** An instance that is there. */
    private record Picked(UUID id, UUID tenantId, int undoSeconds) {}
}
