package io.skyholm.runtime.usage;

/**
 * What a room holds of the things that limits speak of. Each service that gives out such things has a bean of this type; rows
 * that are counted need none.
 */
public interface HeldQuota {

    /**
     * A select with one row for each of those holders, of two columns: its id as "holder", and as "used" a jsonb object with components
     * of {@link UsedQuota}. It reads what the tenant holds once, however many holders are asked for.
     *
     * @param tenant the expression of the tenant's id
     * @param holders the expression of an array of the ids of tenants, groups or users whose limits are meant
     */
    String held(String tenant, String holders);
}
