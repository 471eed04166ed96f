package io.skyholm.network.known;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many public addresses tenants, groups and users hold; {@code count_address} adds to it when one is claimed. */
@Singleton
public class PublicAddressCounts {

    /** The level whose limit so many more would pass; empty where there is room. Whoever else counts waits until the transaction ends. */
    public Uni<Optional<String>> reached(Work work, UUID tenant, @Nullable UUID user, long more) {
        work.send(
                "select 1 from quota_holder where id = any(quota_holders_of($1::uuid, $2::uuid)) order by id for update",
                tenant,
                user);
        return work.value(
                String.class,
                "select level from quota_holder where id = any(quota_holders_of($1::uuid, $2::uuid)) and held + $3::bigint > most order by level limit 1",
                tenant,
                user,
                more);
    }

    /**
     * Counts one less for all whom an address was counted for. Rows are held in one order, as whoever counts one holds them.
     *
     * @param holders a select of their ids, as one array, where the address is {@code $1}
     */
    public void subtract(Work work, String holders, UUID address) {
        String of = " any((" + holders + ")::uuid[])";
        work.send("select 1 from quota_holder where id =" + of + " order by id for update", address);
        work.send("update quota_holder set held = held - 1 where id =" + of, address);
    }
}
