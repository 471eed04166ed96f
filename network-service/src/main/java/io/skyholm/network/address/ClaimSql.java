package io.skyholm.network.address;

/** The statement by which an address becomes somebody's; benchmarks call it, too. */
public final class ClaimSql {

    /**
     * In this order: id, tenant, subnet, family, the address wanted, pool, status, kind, whether it is public, instance,
     * port, MAC address, user, who asked, the end of the lease, tags.
     */
    public static final String CLAIM = """
            select outcome, address_id from claim_address(
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";

    private ClaimSql() {}
}
