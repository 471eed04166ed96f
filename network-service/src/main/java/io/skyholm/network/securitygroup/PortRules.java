package io.skyholm.network.securitygroup;

import io.skyholm.events.host.PortRule;
import io.skyholm.events.network.SecurityRule;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rules that guard a port, as its host applies them. */
@ApplicationScoped
public class PortRules {

    private static final String OF_GROUPS = "select id, rules from security_group where id = any($1) order by id";
    private static final String DEFAULT = """
            select id, rules from security_group where tenant_id = $1 and is_default and deleted_at is null""";

    /** Those of its groups; without a group those of the tenant's default one, or else the usual ones. */
    public Uni<List<PortRule>> of(Work work, UUID tenant, List<UUID> groups, List<String> networks) {
        return groups.isEmpty()
                ? rules(work, DEFAULT, tenant)
                        .map(found -> found.isEmpty() ? Rules.usual(networks) : Rules.onHost(all(found)))
                : rules(work, OF_GROUPS, (Object) groups.toArray(UUID[]::new)).map(found -> Rules.onHost(all(found)));
    }

    /** Refuses, in the name of that field, groups that together have more rules than a host takes for one port. */
    public Uni<Void> fit(Work work, Collection<UUID> groups, String field) {
        Set<UUID> distinct = Set.copyOf(groups);
        return HostLines.fits(distinct)
                ? Uni.createFrom().voidItem()
                : lines(work, List.of(distinct))
                        .invoke(counted -> counted.values().forEach(count -> HostLines.fit(count, 0, field)))
                        .replaceWithVoid();
    }

    /** How many lines a host makes for a port, for each of the sets of groups that guard ports. */
    Uni<Map<Set<UUID>, Integer>> lines(Work work, Collection<Set<UUID>> sets) {
        UUID[] groups = sets.stream().flatMap(Set::stream).distinct().toArray(UUID[]::new);
        return work.list(Group.class, OF_GROUPS, (Object) groups).map(found -> {
            Map<UUID, List<SecurityRule>> rules = new HashMap<>();
            found.forEach(group -> rules.put(group.id(), group.rules()));
            Map<Set<UUID>, Integer> counted = new HashMap<>();
            sets.forEach(set -> counted.put(set, lines(set, rules)));
            return counted;
        });
    }

    private static int lines(Set<UUID> groups, Map<UUID, List<SecurityRule>> rules) {
        return new HostLines(Rules.onHost(groups.stream()
                        .flatMap(group -> rules.getOrDefault(group, List.of()).stream())
                        .toList()))
                .count();
    }

    private static List<SecurityRule> all(List<Group> groups) {
        return groups.stream().map(Group::rules).flatMap(List::stream).toList();
    }

    private static Uni<List<Group>> rules(Work work, String sql, Object parameter) {
        return work.list(Group.class, sql, parameter);
    }

    private record Group(UUID id, List<SecurityRule> rules) {}
}
