package io.skyholm.operations;

import io.quarkus.arc.All;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What callers can do with operations. */
@ApplicationScoped
class Operations {

    private final Commands commands;
    private final OperationStore store;
    private final List<OperationOwner> owners;

    Operations(Commands commands, OperationStore store, @All List<OperationOwner> owners) {
        this.commands = commands;
        this.store = store;
        this.owners = owners;
    }

    Uni<OperationView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(OperationProblems::notFound));
    }

    Uni<Page<OperationView>> list(Call call, OperationFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page);
    }

    Uni<OperationView> cancel(Call call, UUID id) {
        return permitted(call, id)
                .chain(seen ->
                        commands.change(call, work -> held(call, work, seen).chain(operation -> {
                            if (!operation.isOpen()) {
                                throw OperationProblems.ended();
                            }
                            return owner(seen).cancel(call, work, operation);
                        })));
    }

    Uni<OperationView> retry(Call call, UUID id) {
        return permitted(call, id)
                .call(seen -> owner(seen).checkRetry(call, seen))
                .chain(seen ->
                        commands.changeOnce(call, new Retry(id), OperationView.class, work -> held(call, work, seen)
                                .chain(operation -> {
                                    if (operation.isOpen() || operation.status == OperationStatus.SUCCEEDED) {
                                        throw OperationProblems.notToRetry();
                                    }
                                    return owner(seen).retry(call, work, operation);
                                })));
    }

    /** The operation, if the caller may do what it does. */
    private Uni<OperationView> permitted(Call call, UUID id) {
        return get(call, id).invoke(seen -> call.caller().require(owner(seen).permission(seen.kind())));
    }

    private Uni<Operation> held(Call call, Work work, OperationView seen) {
        return owner(seen)
                .hold(work, seen)
                .chain(() -> work.lock(Operation.class, seen.id()))
                .map(found -> found.orElseThrow(OperationProblems::notFound))
                .invoke(operation -> call.requireMatch(operation.generation));
    }

    private OperationOwner owner(OperationView operation) {
        return owners.stream()
                .filter(owner -> owner.resourceType().equals(operation.resourceType()))
                .findFirst()
                .orElseThrow(OperationProblems::notFound);
    }

    /** What makes trying again twice the same as trying again once. */
    private record Retry(UUID operationId) {}
}
