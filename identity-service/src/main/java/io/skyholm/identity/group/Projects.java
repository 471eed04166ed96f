package io.skyholm.identity.group;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups as projects, to which roles, keys and service accounts are limited. */
@Singleton
public class Projects {

    private static final String LIVING =
            "select 1 from user_group where id = $1 and tenant_id = $2 and deleted_at is null for share";

    /** Refuses a group that is none of that tenant's, and keeps it from being deleted until the transaction ends. */
    public Uni<Void> check(Work work, UUID tenant, @Nullable UUID group) {
        return group == null
                ? Uni.createFrom().voidItem()
                : work.some(GroupProblems::noSuchProject, LIVING, group, tenant);
    }
}
