package io.skyholm.identity.user;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.identity.group.Projects;
import io.skyholm.identity.role.Grantable;
import io.skyholm.identity.role.GrantableRoles;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may give users which roles, and that enough of them administer. */
@ApplicationScoped
class UserRoles {

    private final GrantableRoles roles;
    private final RoleGrants grants;
    private final Administrators administrators;
    private final Projects projects;

    UserRoles(GrantableRoles roles, RoleGrants grants, Administrators administrators, Projects projects) {
        this.roles = roles;
        this.grants = grants;
        this.administrators = administrators;
        this.projects = projects;
    }

    /** The names of the roles that a new user gets: those that are wanted, or those that the tenant gives everybody. */
    Uni<Set<String>> ofANewUser(Caller giver, Work work, UUID tenantId, @Nullable Set<String> wanted) {
        return wanted(work, tenantId, wanted)
                .invoke(found -> found.forEach(role -> role.checkGivenBy(giver)))
                .map(UserRoles::names);
    }

    /** The same where it was decided before who may give them: they may be gone since. */
    Uni<Set<String>> thatExist(Work work, UUID tenantId, @Nullable Set<String> wanted) {
        return wanted(work, tenantId, wanted).map(UserRoles::names);
    }

    private Uni<List<Grantable>> wanted(Work work, UUID tenantId, @Nullable Set<String> wanted) {
        return wanted == null ? roles.defaults(work, tenantId) : roles.named(work, tenantId, wanted);
    }

    private static Set<String> names(List<Grantable> roles) {
        return roles.stream().map(Grantable::name).collect(Collectors.toSet());
    }

    /** Refuses roles that are none of the user's tenant, or that allow more than the caller may do. */
    Uni<Void> checkGivenBy(Caller giver, Work work, User user, Set<String> names) {
        return roles.named(work, user.tenantId, names)
                .invoke(found -> found.forEach(role -> role.checkGivenBy(giver)))
                .replaceWithVoid();
    }

    /** The name of a role of the user's tenant that the caller may give. */
    Uni<String> toGive(Caller giver, Work work, User user, UUID roleId) {
        return roles.byId(work, user.tenantId, roleId).map(found -> {
            Grantable role = found.orElseThrow(UserProblems::noSuchRole);
            role.checkGivenBy(giver);
            return role.name();
        });
    }

    /** Gives the user a role within a project, if the caller may give it everywhere. */
    Uni<Void> giveWithin(Caller giver, Work work, User user, UUID roleId, UUID groupId) {
        return toGive(giver, work, user, roleId)
                .call(() -> projects.check(work, user.tenantId, groupId))
                .invoke(name -> {
                    if (BuiltInRole.ofPlatform().contains(name)) {
                        throw UserProblems.platformRoleWithinProject();
                    }
                    LimitedRole role = new LimitedRole(name, groupId);
                    user.giveWithin(role);
                    grants.giveWithin(work, user, role, giver.id());
                })
                .replaceWithVoid();
    }

    /** Takes a role within a project from the user. */
    void takeWithin(Work work, User user, LimitedRole role) {
        user.takeWithin(role);
        grants.takeWithin(work, user, role);
    }

    /** Writes down what a new user holds. */
    void given(Work work, User user) {
        grants.give(work, user, user.revision.createdBy());
    }

    /** Changes a user, if that leaves somebody to administer, and writes down what they hold then. */
    Uni<Void> change(Call call, Work work, User user, Consumer<User> change) {
        List<String> held = user.roles();
        Set<String> administered = user.administration();
        change.accept(user);
        return administrators.remain(call.caller(), work, administered, user).invoke(() -> {
            if (!user.roles().equals(held)) {
                grants.replace(work, user, call.caller().id());
            }
        });
    }
}
