package io.skyholm.identity.role;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the roles that users of a tenant may be given, and keeps them from being deleted until the transaction ends. */
@ApplicationScoped
public class GrantableRoles {

    private static final String SELECT =
            "select id, name, permissions from role where tenant_id = $1 and deleted_at is null";
    private static final String NAMED = SELECT + " and name = any($2) for share";
    private static final String DEFAULT = SELECT + " and is_default for share";
    private static final String BY_ID = SELECT + " and id = $2 for share";

    private record Own(UUID id, String name, List<String> permissions) {}

    /** The roles of these names, each built in or the tenant's own; an unknown name is refused. */
    public Uni<List<Grantable>> named(Work work, UUID tenantId, Set<String> names) {
        List<Grantable> known = new ArrayList<>();
        Set<String> others = new HashSet<>();
        for (String name : names) {
            BuiltIns.named(name).ifPresentOrElse(role -> known.add(Grantable.of(role)), () -> others.add(name));
        }
        return others.isEmpty()
                ? Uni.createFrom().item(known)
                : own(work, tenantId, others).invoke(known::addAll).replaceWith(known);
    }

    /** What a new user of the tenant gets who is given nothing else. */
    public Uni<List<Grantable>> defaults(Work work, UUID tenantId) {
        return work.list(Own.class, DEFAULT, tenantId)
                .map(GrantableRoles::roles)
                .map(found -> found.isEmpty() ? List.of(Grantable.of(BuiltInRole.USER)) : found);
    }

    /** The role of that id, if it is built in or the tenant's own. */
    public Uni<Optional<Grantable>> byId(Work work, UUID tenantId, UUID id) {
        Optional<Grantable> builtIn = BuiltIns.of(id).map(Grantable::of);
        return builtIn.isPresent()
                ? Uni.createFrom().item(builtIn)
                : work.list(Own.class, BY_ID, tenantId, id)
                        .map(GrantableRoles::roles)
                        .map(found -> found.stream().findFirst());
    }

    private static Uni<List<Grantable>> own(Work work, UUID tenantId, Set<String> names) {
        return work.list(Own.class, NAMED, tenantId, names.toArray(String[]::new))
                .map(GrantableRoles::roles)
                .invoke(found -> checkComplete(names, found));
    }

    /** Refuses names of which no role was found. */
    static void checkComplete(Set<String> names, List<Grantable> found) {
        Set<String> missing = new HashSet<>(names);
        found.forEach(role -> missing.remove(role.name()));
        missing.stream().findFirst().ifPresent(name -> {
            throw RoleProblems.unknownRole(name);
        });
    }

    private static List<Grantable> roles(List<Own> own) {
        return own.stream()
                .map(role -> new Grantable(role.id(), role.name(), PermissionNames.parse(role.permissions())))
                .toList();
    }
}
