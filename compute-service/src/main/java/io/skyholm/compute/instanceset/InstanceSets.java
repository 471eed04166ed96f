package io.skyholm.compute.instanceset;

import io.skyholm.events.compute.InstanceSetEvents;
import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What can be done with instance sets. */
@ApplicationScoped
class InstanceSets {

    private static final String MEMBERS = "select 1 from instance_set_member where set_id = $1 limit 1";

    private final Commands commands;
    private final InstanceSetStore store;
    private final InstanceSetPublisher publisher;

    InstanceSets(Commands commands, InstanceSetStore store, InstanceSetPublisher publisher) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
    }

    Uni<InstanceSetView> create(Call call, CreateInstanceSet command) {
        UUID by = call.caller().id();
        InstanceSet set = new InstanceSet(Ids.next(), call.caller().tenantId(), command, by, Instant.now());
        return commands.changeOnce(call, command, InstanceSetView.class, work -> {
                    publisher.publish(work, InstanceSetEvents.CREATED, set);
                    return work.insert(set).replaceWith(() -> InstanceSetView.of(set));
                })
                .onFailure()
                .transform(InstanceSetProblems::explain);
    }

    Uni<InstanceSetView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(InstanceSetProblems::notFound));
    }

    Uni<Page<InstanceSetView>> list(Call call, InstanceSetFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(sets -> Page.of(sets, page, InstanceSetView::id));
    }

    Uni<InstanceSetView> change(Call call, UUID id, ChangeInstanceSet command) {
        if (command.status() == InstanceSetStatus.DELETED) {
            throw InstanceSetProblems.deleteToDelete();
        }
        return commands.change(
                        call,
                        work -> held(call, work, id).invoke(command::applyTo).chain(set -> save(call, work, set)))
                .onFailure()
                .transform(InstanceSetProblems::explain);
    }

    Uni<InstanceSetView> delete(Call call, UUID id) {
        return commands.change(call, work -> held(call, work, id)
                .call(() -> work.query(MEMBERS, id).invoke(rows -> {
                    if (rows.hasNext()) {
                        throw InstanceSetProblems.notEmpty();
                    }
                }))
                .chain(set -> {
                    set.delete(Instant.now());
                    return save(call, work, set);
                }));
    }

    /** The set, held against others until the transaction ends. */
    static Uni<InstanceSet> held(Call call, Work work, UUID id) {
        return work.lock(InstanceSet.class, id)
                .map(found -> found.filter(set -> !set.isDeleted()).orElseThrow(InstanceSetProblems::notFound))
                .invoke(set -> call.requireMatch(set.generation));
    }

    /** The same, if it is not archived. */
    static Uni<InstanceSet> inUse(Call call, Work work, UUID id) {
        return held(call, work, id).invoke(set -> {
            if (set.status != InstanceSetStatus.ACTIVE) {
                throw InstanceSetProblems.archived();
            }
        });
    }

    private Uni<InstanceSetView> save(Call call, Work work, InstanceSet set) {
        set.changed(call.caller().id(), Instant.now());
        publisher.publish(work, set.isDeleted() ? InstanceSetEvents.DELETED : InstanceSetEvents.CHANGED, set);
        return work.update(set).replaceWith(() -> InstanceSetView.of(set));
    }
}
