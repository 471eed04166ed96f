package io.skyholm.network.securitygroup;

import io.skyholm.events.EventType;
import io.skyholm.events.network.SecurityGroupEvents;
import io.skyholm.events.network.SecurityGroupFact;
import io.skyholm.network.known.Owners;
import io.skyholm.network.port.PortGroups;
import io.skyholm.network.port.StalePorts;
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

/** What can be done with security groups; every port that one guards is told what changed. */
@ApplicationScoped
class SecurityGroups {

    private static final String OWNER = "select tenant_id from security_group where id = $1";
    private static final String GUARDED = """
            select 1 from port_security_group held join port on port.id = held.port_id
            where held.security_group_id = $1 and port.deleted_at is null limit 1""";

    private final Commands commands;
    private final SecurityGroupStore store;
    private final SecurityGroupPublisher publisher;
    private final Owners owners;
    private final PortGroups groups;
    private final StalePorts ports;

    SecurityGroups(
            Commands commands,
            SecurityGroupStore store,
            SecurityGroupPublisher publisher,
            Owners owners,
            PortGroups groups,
            StalePorts ports) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.owners = owners;
        this.groups = groups;
        this.ports = ports;
    }

    Uni<SecurityGroupView> create(Call call, CreateSecurityGroup command) {
        UUID tenant = owners.ofTenants(call, command.tenantId());
        SecurityGroup group = new SecurityGroup(
                Ids.next(), tenant, command.checked(), call.caller().id(), Instant.now());
        return commands.changeOnce(call, command, SecurityGroupView.class, work -> owners.check(call, work, tenant)
                        .chain(() -> {
                            groups.alone(work, tenant);
                            publisher.publish(work, SecurityGroupEvents.CREATED, group);
                            return work.insert(group);
                        })
                        .chain(() -> group.isDefault ? ports.withoutGroup(work, tenant) : nothing())
                        .replaceWith(() -> SecurityGroupView.of(group)))
                .onFailure()
                .transform(SecurityGroupProblems::explain);
    }

    Uni<SecurityGroupView> change(Call call, UUID id, ChangeSecurityGroup command) {
        return commands.change(call, work -> locked(call, work, id).chain(group -> {
                    boolean wasDefault = group.isDefault;
                    command.applyTo(group);
                    return save(call, work, group, SecurityGroupEvents.CHANGED)
                            .call(() -> tell(work, group, wasDefault));
                }))
                .onFailure()
                .transform(SecurityGroupProblems::explain);
    }

    private Uni<Void> tell(Work work, SecurityGroup group, boolean wasDefault) {
        return ports.ofGroup(work, group.id)
                .chain(() -> wasDefault || group.isDefault ? ports.withoutGroup(work, group.tenantId) : nothing());
    }

    Uni<SecurityGroupView> delete(Call call, UUID id) {
        return commands.change(
                call,
                work -> locked(call, work, id).call(() -> checkUnused(work, id)).chain(group -> {
                    boolean wasDefault = group.isDefault;
                    group.delete(Instant.now());
                    return save(call, work, group, SecurityGroupEvents.DELETED)
                            .call(() -> wasDefault ? ports.withoutGroup(work, group.tenantId) : nothing());
                }));
    }

    private static Uni<Void> checkUnused(Work work, UUID id) {
        return work.query(GUARDED, id)
                .invoke(found -> {
                    if (found.hasNext()) {
                        throw SecurityGroupProblems.inUse();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    Uni<SecurityGroupView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(SecurityGroupProblems::notFound));
    }

    Uni<Page<SecurityGroupView>> list(Call call, SecurityGroupFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page)
                .map(found -> Page.of(found, page, SecurityGroupView::id));
    }

    private Uni<SecurityGroup> locked(Call call, Work work, UUID id) {
        return work.query(OWNER, id)
                .invoke(found -> {
                    if (!found.hasNext()) {
                        throw SecurityGroupProblems.notFound();
                    }
                    groups.alone(work, (UUID) found.next()[0]);
                })
                .chain(() -> work.lock(SecurityGroup.class, id))
                .map(found -> found.filter(group -> !group.isDeleted()).orElseThrow(SecurityGroupProblems::notFound))
                .invoke(group -> call.requireMatch(group.generation));
    }

    private Uni<SecurityGroupView> save(Call call, Work work, SecurityGroup group, EventType<SecurityGroupFact> event) {
        group.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, group);
        return work.update(group).replaceWith(() -> SecurityGroupView.of(group));
    }
}
