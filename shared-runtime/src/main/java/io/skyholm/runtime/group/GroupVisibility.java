package io.skyholm.runtime.group;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sees rows that may be for one user group alone ({@code visibility}, {@code user_group_id}, {@code owner_id}): row level security
 * knows the tenants, and this the groups.
 */
public final class GroupVisibility {

    /** For whom a row is that is not for all its tenant's people; the question mark is the user. */
    private static final String FOR_USER = """
            (visibility <> 'GROUP_SPECIFIC' or owner_id = ?
                or exists (select 1 from known_user_group_member member
                    where member.group_id = user_group_id and member.user_id = ? and not member.is_removed))""";

    private static final String GROUP =
            "select 1 from known_user_group where id = $1 and tenant_id is not distinct from $2 and not is_deleted";

    private final Permission manage;

    /** Of rows of that type; whoever manages them sees those of all groups. */
    public GroupVisibility(ResourceType type) {
        this.manage = new Permission(type, Action.MANAGE);
    }

    /** Whether the caller sees those of all groups. */
    public boolean seesAll(Caller caller) {
        return caller.may(manage);
    }

    /** The condition under which the caller, whose id is the parameter of that number, sees a row. */
    public String seenBy(Caller caller, int parameter) {
        return seesAll(caller)
                ? "$%1$d::uuid is not null".formatted(parameter)
                : FOR_USER.replace("?", "$" + parameter);
    }

    /** The list of what the caller sees. */
    public ListQuery seenBy(Caller caller, ListQuery query) {
        return query.where(FOR_USER, seesAll(caller) ? null : caller.id());
    }

    /** Refuses a group that is none of that tenant's, or that the caller has nothing to do with: its people would see the row. */
    public static Uni<Void> check(Caller caller, Work work, @Nullable UUID group, @Nullable UUID tenant) {
        if (group == null) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> within = caller.groups();
        if (within != null && !within.contains(group)) {
            throw notFound();
        }
        return work.some(GroupVisibility::notFound, GROUP, group, tenant);
    }

    private static Problem notFound() {
        return Problem.invalid("userGroupId", "names no group of this tenant");
    }
}
