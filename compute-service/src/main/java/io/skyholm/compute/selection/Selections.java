package io.skyholm.compute.selection;

import io.skyholm.compute.action.ActionStarter;
import io.skyholm.compute.action.InstanceAction;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
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
    private final OperationRecorder book;
    private final ActionStarter starter;

    Selections(Commands commands, OperationRecorder book, ActionStarter starter) {
        this.commands = commands;
        this.book = book;
        this.starter = starter;
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
            throw SelectionProblems.noneCan(List.of(SelectionProblems.NOT_THERE));
        }
        UUID tenant = picked.getFirst().tenantId();
        UUID by = call.caller().id();
        NewOperation begin =
                new NewOperation(tenant, command.action().whole(), SelectionOperations.TYPE, Ids.next(), by, null);
        Operation whole = book.prepare(begin, command, longest(command.action(), picked));
        InstanceAction action = InstanceAction.of(command.action().part(), by).partOf(whole.id());
        return Multi.createFrom()
                .items(command.ids())
                .onItem()
                .transformToUniAndConcatenate(id ->
                        one(work, find(picked, id), tenant, action).map(refusal -> refusal.map(why -> id + ": " + why)))
                .collect()
                .asList()
                .invoke(refusals -> note(whole, refusals, work.now()))
                .chain(() -> book.begin(work, whole))
                .invoke(() -> book.watchParts(work, whole.id()))
                .map(book::view);
    }

    private Uni<Optional<String>> one(Work work, Optional<Picked> picked, UUID tenant, InstanceAction action) {
        if (picked.isEmpty()) {
            return Uni.createFrom().item(Optional.of(SelectionProblems.NOT_THERE));
        }
        return picked.get().tenantId().equals(tenant)
                ? starter.beginOrExplain(work, picked.get().id(), action)
                : Uni.createFrom().item(Optional.of(SelectionProblems.ANOTHERS));
    }

    private static void note(Operation whole, List<Optional<String>> refusals, Instant now) {
        List<String> refused = refusals.stream().flatMap(Optional::stream).toList();
        if (refused.size() == refusals.size()) {
            throw SelectionProblems.noneCan(refused);
        }
        refused.forEach(why -> whole.refused(why, now));
    }

    /** A deletion that can be undone takes its time. */
    private Duration longest(BulkAction action, List<Picked> picked) {
        int undoing = action == BulkAction.DELETE
                ? picked.stream().mapToInt(Picked::undoSeconds).max().orElse(0)
                : 0;
        return starter.longest().plusSeconds(undoing);
    }

    private static Optional<Picked> find(List<Picked> picked, UUID id) {
        return picked.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** An instance that is there. */
    private record Picked(UUID id, UUID tenantId, int undoSeconds) {}
}
