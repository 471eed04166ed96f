package io.skyholm.network.port;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.PortEvents;
import io.skyholm.network.securitygroup.GroupLock;
import io.skyholm.network.securitygroup.PortRules;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with ports; they come and go with their instances. */
@ApplicationScoped
class Ports {

    private static final Permission READ_GROUPS = new Permission(ResourceType.SECURITY_GROUP, Action.READ);

    private final Commands commands;
    private final PortStore store;
    private final PortPublisher publisher;
    private final PortGroups groups;
    private final GroupLock groupLock;
    private final PortRules rules;
    private final StalePorts stale;
    private final MonthlyTraffic traffic;

    Ports(
            Commands commands,
            PortStore store,
            PortPublisher publisher,
            PortGroups groups,
            GroupLock groupLock,
            PortRules rules,
            StalePorts stale,
            MonthlyTraffic traffic) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.groups = groups;
        this.groupLock = groupLock;
        this.rules = rules;
        this.stale = stale;
        this.traffic = traffic;
    }

    Uni<PortView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(PortProblems::notFound));
    }

    Uni<Page<PortView>> list(Call call, PortFilter filter, ListPart page) {
        return store.list(call.caller().scope(), filter, page);
    }

    Uni<PortView> change(Call call, UUID id, ChangePort command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(port -> command.applyTo(port, call.caller()))
                        .call(port -> guard(call, work, port, command.securityGroupIds()))
                        .call(port -> traffic.allow(work, port.id, port.trafficAllowanceGb))
                        .chain(port -> save(call, work, port)))
                .chain(() -> get(call, id));
    }

    private static Uni<Port> locked(Call call, Work work, UUID id) {
        return work.lock(Port.class, id)
                .map(found -> found.filter(port -> !port.revision.isDeleted()).orElseThrow(PortProblems::notFound))
                .invoke(port -> call.requireMatch(port.revision.generation()));
    }

    private Uni<Void> guard(Call call, Work work, Port port, @Nullable List<UUID> wanted) {
        return wanted == null
                ? Uni.createFrom().voidItem()
                : check(call, work, port, wanted)
                        .invoke(() -> groups.replace(work, port.id, wanted))
                        .chain(() -> stale.one(work, port.id))
                        .invoke(port::becomesStale);
    }

    private Uni<Void> save(Call call, Work work, Port port) {
        port.revision.changed(call.caller().id(), work.now());
        return groups.of(work, port.id)
                .invoke(guards -> publisher.publish(work, PortEvents.CHANGED, port, guards))
                .chain(() -> work.update(port));
    }

    /** Security groups are in no project: within one, only who may read all of the tenant's names any. */
    private Uni<Void> check(Call call, Work work, Port port, List<UUID> wanted) {
        if (!wanted.isEmpty() && call.caller().isLimited() && !call.caller().may(READ_GROUPS)) {
            throw PortProblems.groupNotFound();
        }
        groupLock.shared(work, port.tenantId);
        return groupLock
                .areOf(work, port.tenantId, wanted)
                .invoke(known -> {
                    if (!known) {
                        throw PortProblems.groupNotFound();
                    }
                })
                .chain(() -> rules.fit(work, wanted, "securityGroupIds"));
    }
}
