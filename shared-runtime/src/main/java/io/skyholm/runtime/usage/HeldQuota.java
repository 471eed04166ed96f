package io.skyholm.runtime.usage;

/**
 * What a room holds of the things that limits speak of. Each service that gives out such things has a bean of this type; rows
 * that are counted need none.
 */
public interface HeldQuota {

    /**
     * An expression of type jsonb: an object with components of {@link UsedQuota}.
     *
     * @param tenant the expression of the tenant's id
     * @param holder the expression of the id of the tenant, group or user whose limits are meant
     */
    String held(String tenant, String holder);
}
