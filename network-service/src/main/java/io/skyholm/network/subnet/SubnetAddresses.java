package io.skyholm.network.subnet;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.runtime.tenant.Work;
import java.util.UUID;

/** The addresses of subnets, as the life of a subnet concerns them; the room of addresses stands above. */
public interface SubnetAddresses {

    /** From now on the addresses of that block can be given, except the gateway's. */
    void open(Work work, UUID subnet, Cidr block, String gateway);

    /** No address is given any more; whoever is about to give one is waited for. */
    void close(Work work, UUID subnet);
}
