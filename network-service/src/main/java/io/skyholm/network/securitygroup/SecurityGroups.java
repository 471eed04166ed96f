package io.skyholm.network.securitygroup;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.SecurityGroupEvents;
import io.skyholm.events.network.SecurityGroupFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What can be done with security groups; every port that one guards is told what changed. */
@Startup
@ApplicationScoped
class SecurityGroups {

    private static final String OWNER = "select tenant_id from security_group where id = $1";

    private record Owner(UUID tenantId) {}

    private record Guards(List<UUID> groups) {}

    private final Commands commands;
    private final Aggregate<SecurityGroup, SecurityGroupView, SecurityGroupFact> securityGroups;
    private final Owners owners;
    private final GroupLock lock;
    private final GuardedPorts ports;
    private final PortRules rules;

    SecurityGroups(
            Commands commands,
            Aggregates aggregates,
            Owners owners,
            GroupLock lock,
            GuardedPorts ports,
            PortRules rules) {
        this.commands = commands;
        this.securityGroups = aggregates
                .of("security group", SecurityGroup.class, SecurityGroupView.class, SecurityGroupEvents.TYPES)
                .counted(CountedKind.SECURITY_GROUPS)
                .explaining(SecurityGroupProblems.CONFLICTS);
        this.owners = owners;
        this.lock = lock;
        this.ports = ports;
        this.rules = rules;
    }

    Uni<SecurityGroupView> create(Call call, CreateSecurityGroup command) {
        UUID tenant = Owners.ofTenants(call, command.tenantId());
        SecurityGroup group = new SecurityGroup(tenant, command.checked(), securityGroups.created(call));
        return commands.changeOnce(call, command, SecurityGroupView.class, work -> owners.check(call, work, tenant)
                .chain(() -> {
                    lock.exclusive(work, tenant);
                    return securityGroups.insert(work, SecurityGroupEvents.CREATED, group);
                })
                .call(() -> group.isDefault ? ports.defaultChanged(work, tenant) : nothing()));
    }

    Uni<SecurityGroupView> change(Call call, UUID id, ChangeSecurityGroup command) {
        return commands.change(call, work -> locked(call, work, id).chain(group -> {
            boolean wasDefault = group.isDefault;
            return lines(work, command, group.id)
                    .invoke(() -> command.applyTo(group))
                    .chain(before -> securityGroups
                            .save(call, work, SecurityGroupEvents.CHANGED, group)
                            .call(() -> lines(work, command, group.id).invoke(after -> fit(before, after))))
                    .call(() -> tell(work, group, wasDefault));
        }));
    }

    /** What hosts make of the rules of ports that it guards together with many others, if the rules are to be changed. */
    private Uni<Map<Set<UUID>, Integer>> lines(Work work, ChangeSecurityGroup command, UUID group) {
        return command.rules() == null
                ? Uni.createFrom().item(Map.of())
                : work.list(Guards.class, ports.guardedByMany(), group, HostLines.GROUPS_THAT_FIT)
                        .chain(all -> rules.lines(
                                work,
                                all.stream()
                                        .map(guards -> Set.copyOf(guards.groups()))
                                        .toList()));
    }

    /** No port may have more rules than its host takes; one that has too many since long may have fewer. */
    private static void fit(Map<Set<UUID>, Integer> before, Map<Set<UUID>, Integer> after) {
        after.forEach((groups, count) -> HostLines.fit(count, before.getOrDefault(groups, 0), "rules"));
    }

    private Uni<Void> tell(Work work, SecurityGroup group, boolean wasDefault) {
        return ports.groupChanged(work, group.id)
                .chain(() -> wasDefault || group.isDefault ? ports.defaultChanged(work, group.tenantId) : nothing());
    }

    Uni<SecurityGroupView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> work.none(SecurityGroupProblems::inUse, ports.guarded(), id))
                .chain(group -> {
                    boolean wasDefault = group.isDefault;
                    group.delete();
                    return securityGroups
                            .delete(call, work, SecurityGroupEvents.DELETED, group)
                            .call(() -> wasDefault ? ports.defaultChanged(work, group.tenantId) : nothing());
                }));
    }

    /** They go with their tenant, of whom they guard no port any more. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "security groups", securityGroups, SecurityGroupEvents.DELETED)
                .changing(SecurityGroup::delete);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    Uni<SecurityGroupView> get(Call call, UUID id) {
        return securityGroups.get(call, id);
    }

    Uni<Page<SecurityGroupView>> list(Call call, SecurityGroupFilter filter, ListPart page) {
        return securityGroups.list(call, filter, page);
    }

    private Uni<SecurityGroup> locked(Call call, Work work, UUID id) {
        return work.find(Owner.class, OWNER, id)
                .invoke(owner -> owner.ifPresent(found -> lock.exclusive(work, found.tenantId())))
                .chain(() -> securityGroups.locked(call, work, id));
    }
}
