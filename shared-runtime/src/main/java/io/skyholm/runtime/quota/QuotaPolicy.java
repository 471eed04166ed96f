package io.skyholm.runtime.quota;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tables of a service count against tenants' quotas. Beans of this type name every table that has rows of tenants, except
 * those of aggregates that say so themselves ({@code Aggregate.counted}).
 */
public interface QuotaPolicy {

    /** Tables whose rows a tenant makes as it likes, up to its quota; none unless a policy names some. */
    default List<RowQuota> limited() {
        return List.of();
    }

    /** SQL for how much of the kind $2 was promised to the tenant $1, which has no rows of it yet; nothing unless a policy says so. */
    default Optional<String> promised() {
        return Optional.empty();
    }

    /** Tables without a quota, each with the reason why a tenant cannot fill it. */
    Map<String, String> unlimited();
}
