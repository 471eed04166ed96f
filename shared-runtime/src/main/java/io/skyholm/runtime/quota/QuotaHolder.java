package io.skyholm.runtime.quota;

import io.skyholm.events.Fact;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.UserFact;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant, a group or a user with the most that they may hold.
 *
 * @param generation of the fact; an older one than is known says nothing
 */
public record QuotaHolder(UUID id, long generation, Level level, UUID tenantId, QuotaConfig limits) {

    /** At which limits are set; all that apply to somebody hold at once. */
    public enum Level {
        TENANT,
        GROUP,
        USER
    }

    /** The one that a fact tells of; empty for users of the platform, who hold nothing, and for all other facts. */
    public static Optional<QuotaHolder> of(Fact fact) {
        return switch (fact) {
            case TenantFact tenant -> Optional.of(of(tenant, Level.TENANT, tenant.id(), tenant.quotaConfig()));
            case GroupFact group -> Optional.of(of(group, Level.GROUP, group.tenantId(), limitsOf(group)));
            case UserFact user
            when user.tenantId() != null -> Optional.of(of(user, Level.USER, user.tenantId(), user.quotaConfig()));
            default -> Optional.empty();
        };
    }

    /** A group that is deleted limits nobody: what its members took while it was there still counts for it. */
    private static @Nullable QuotaConfig limitsOf(GroupFact group) {
        return group.deletedAt() == null ? group.quotaConfig() : null;
    }

    private static QuotaHolder of(Fact fact, Level level, UUID tenant, @Nullable QuotaConfig limits) {
        return new QuotaHolder(
                fact.id(), fact.generation(), level, tenant, limits == null ? QuotaConfig.UNLIMITED : limits);
    }
}
