package io.skyholm.network.port;

import io.skyholm.events.network.PortEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What callers can do with ports; they come and go with their instances. */
@ApplicationScoped
class Ports {

    private final Commands commands;
    private final PortStore store;
    private final PortPublisher publisher;
    private final PortGroups groups;
    private final StalePorts stale;

    Ports(Commands commands, PortStore store, PortPublisher publisher, PortGroups groups, StalePorts stale) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.groups = groups;
        this.stale = stale;
    }

    Uni<PortView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(PortProblems::notFound));
    }

    Uni<Page<PortView>> list(Call call, PortFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(ports -> Page.of(ports, page, PortView::id));
    }

    Uni<PortView> change(Call call, UUID id, ChangePort command) {
        return commands.change(call, work -> guard(call, work, id, command)).chain(() -> get(call, id));
    }

    private Uni<Void> guard(Call call, Work work, UUID id, ChangePort command) {
        return work.lock(Port.class, id)
                .map(found -> found.filter(port -> !port.isDeleted()).orElseThrow(PortProblems::notFound))
                .invoke(port -> call.requireMatch(port.generation))
                .call(port -> check(work, port, command.securityGroupIds()))
                .chain(port -> {
                    groups.replace(work, id, command.securityGroupIds());
                    port.isStale = true;
                    port.changed(Instant.now());
                    publisher.publish(work, PortEvents.CHANGED, port, command.securityGroupIds());
                    return work.update(port);
                })
                .chain(() -> stale.one(work, id));
    }

    private Uni<Void> check(Work work, Port port, List<UUID> wanted) {
        groups.holdStill(work, port.tenantId);
        return groups.areOf(work, port.tenantId, wanted)
                .invoke(known -> {
                    if (!known) {
                        throw PortProblems.groupNotFound();
                    }
                })
                .replaceWithVoid();
    }
}
