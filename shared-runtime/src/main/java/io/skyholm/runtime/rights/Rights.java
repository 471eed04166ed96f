package io.skyholm.runtime.rights;

import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ProjectPermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do: some of it with all that their tenant has, and the rest with what belongs to members of certain user groups. A
 * permission is in one of the two; the wider counts.
 *
 * @param everywhere what holds without a limit
 * @param limited the groups for which each of the others holds, with all groups below them; never none
 */
public record Rights(Set<Permission> everywhere, Map<Permission, Set<UUID>> limited, Set<UUID> limits) {

    public Rights {
        everywhere = Set.copyOf(everywhere);
        limited = Map.copyOf(limited);
        limits = limited.values().stream().reduce(Set.copyOf(limits), Rights::union);
    }

    public Rights(Set<Permission> everywhere, Map<Permission, Set<UUID>> limited) {
        this(everywhere, limited, Set.of());
    }

    /** Without any limit. */
    public static Rights of(Set<Permission> permissions) {
        return new Rights(permissions, Map.of());
    }

    /** The same, and what a role allows that is limited to those groups. */
    public Rights and(Set<Permission> permissions, Set<UUID> groups) {
        if (groups.isEmpty()) {
            return this;
        }
        Map<Permission, Set<UUID>> more = new HashMap<>(limited);
        ProjectPermissions.among(permissions).stream()
                .filter(permission -> !everywhere.contains(permission))
                .forEach(permission -> more.merge(permission, Set.copyOf(groups), Rights::union));
        return new Rights(everywhere, more, limits);
    }

    /** No more of it than that. */
    public Rights only(Set<Permission> permissions) {
        return new Rights(
                everywhere.stream().filter(permissions::contains).collect(Collectors.toSet()),
                limited.entrySet().stream()
                        .filter(held -> permissions.contains(held.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                limits);
    }

    /** The same for those groups alone: what cannot be limited is lost, and what is limited already holds where both limits do. */
    public Rights within(Set<UUID> groups) {
        Map<Permission, Set<UUID>> both = new HashMap<>();
        limited.forEach((permission, held) -> both.put(permission, common(held, groups)));
        ProjectPermissions.among(everywhere).forEach(permission -> both.put(permission, Set.copyOf(groups)));
        both.values().removeIf(Set::isEmpty);
        return new Rights(Set.of(), both, limits);
    }

    /** Whether it holds, with a limit or without. */
    public boolean include(Permission permission) {
        return everywhere.contains(permission) || limited.containsKey(permission);
    }

    /** The groups to which it is limited; empty if it holds everywhere, or not at all. */
    public Optional<Set<UUID>> limitOf(Permission permission) {
        return Optional.ofNullable(limited.get(permission));
    }

    /** What holds for all that belongs to members of those groups; without groups, what holds everywhere. */
    public Set<Permission> holdingIn(@Nullable Set<UUID> groups) {
        if (groups == null) {
            return everywhere;
        }
        return Stream.concat(
                        everywhere.stream(),
                        limited.entrySet().stream()
                                .filter(held -> held.getValue().containsAll(groups))
                                .map(Map.Entry::getKey))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anything is limited to that group: whoever changed who is in it could widen their own limit. */
    public boolean areLimitedTo(UUID group) {
        return limits.contains(group);
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Set<UUID> common(Set<UUID> some, Set<UUID> others) {
        return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
    }
}
