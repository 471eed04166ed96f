package io.skyholm.operations;

import io.quarkus.arc.All;
import io.skyholm.events.operation.OperationFact;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What callers can do with operations. */
@ApplicationScoped
class Operations {

    private final Commands commands;
    private final Aggregate<Operation, OperationView, OperationFact> operations;
    private final List<OperationOwner> owners;

    Operations(Commands commands, OperationStore store, @All List<OperationOwner> owners) {
        this.commands = commands;
        this.operations = store.operations();
        this.owners = owners;
    }

    Uni<OperationView> get(Call call, UUID id) {
        return operations.get(call, id);
    }

    Uni<Page<OperationView>> list(Call call, OperationFilter filter, ListPart page) {
        ListQuery query = operations.query().inScope(call.caller().scope()).matching(filter);
        return operations.page(call, query, page);
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
        return owner(seen).hold(work, seen).chain(() -> operations.locked(call, work, seen.id()));
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
