package io.skyholm.identity.group;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a tenant's groups a tree. Whoever changes its shape does so alone: two moves that are harmless each by itself
 * can make a circle together.
 */
@Singleton
class GroupTree {

    private static final String TENANT = "select tenant_id from user_group where id = $1";
    private static final String UPWARDS = """
            with recursive above (id, parent_group_id, steps) as (
                select id, parent_group_id, 1 from user_group
                where id = $1 and tenant_id = $2 and deleted_at is null
                union all
                select parent.id, parent.parent_group_id, steps + 1
                from user_group parent join above on parent.id = above.parent_group_id
                where steps < 100)
            select id from above order by steps""";
    private static final String HEIGHT = """
            with recursive below (id, steps) as (
                select $1::uuid, 1
                union all
                select child.id, steps + 1
                from user_group child join below on child.parent_group_id = below.id
                where child.deleted_at is null and steps < 100)
            select max(steps) from below""";
    private static final String CHILDREN = """
            select 1 from user_group where parent_group_id = $1 and deleted_at is null limit 1""";

    /** Whose tree the group is in. */
    Uni<Optional<UUID>> tenantOf(Work work, UUID id) {
        return work.value(UUID.class, TENANT, id);
    }

    /** Lets nobody else change the shape of this tenant's tree until the transaction ends. */
    void alone(Work work, UUID tenantId) {
        work.lockName("the groups of " + tenantId);
    }

    /** Refuses a place where the group would be within itself, too deep, or in another's tree. */
    Uni<Void> checkPlace(Work work, Group group) {
        UUID parent = group.parentGroupId;
        return parent == null
                ? Uni.createFrom().voidItem()
                : work.values(UUID.class, UPWARDS, parent, group.tenantId)
                        .chain(above -> work.value(Integer.class, HEIGHT, group.id)
                                .invoke(height -> ParentRule.check(group.id, above, height.orElseThrow())))
                        .replaceWithVoid();
    }

    Uni<Boolean> hasChildren(Work work, UUID id) {
        return work.exists(CHILDREN, id);
    }
}
