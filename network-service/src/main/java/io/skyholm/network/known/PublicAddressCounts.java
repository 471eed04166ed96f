package io.skyholm.network.known;

import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How many public addresses tenants, groups and users hold; {@code count_address} adds to it when one is claimed. */
@Singleton
public class PublicAddressCounts {

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
