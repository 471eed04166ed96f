package io.skyholm.network.address;

import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortAddresses;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Holds addresses and the ports that have them; always the port first, as those do who set ports up. */
@Singleton
class AddressPorts implements PortAddresses {

    private static final String PORT = "select port_id from ip_address where id = $1";

    @Override
    public String ofPort(String port, String shown) {
        return """
                select %s from ip_address held where held.port_id = %s and held.status = 'ALLOCATED'
                order by held.kind desc, held.family, held.id""".formatted(shown, port);
    }

    /** Refuses what is not there, or another's, before anything is said of what it shall go to. */
    Uni<Void> mustBeSeen(Work work, UUID address) {
        return work.some(AddressProblems::notFound, PORT, address);
    }

    /** The port that has the address, if one does. */
    Uni<Optional<Port>> having(Work work, UUID address) {
        return work.value(UUID.class, PORT, address).chain(found -> found.map(port -> work.lock(Port.class, port))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** An address that the caller's tenant holds. */
    Uni<Address> locked(Call call, Work work, UUID id) {
        return work.lock(Address.class, id)
                .map(found -> found.orElseThrow(AddressProblems::notFound))
                .invoke(address -> {
                    call.requireMatch(address.revision().generation());
                    if (!address.isHeld()) {
                        throw AddressProblems.notHeld();
                    }
                    address.checkNotBeingTransferred();
                });
    }

    /** Refuses when another port had the address before this one was held. */
    static void checkStill(Address address, Optional<Port> port) {
        if (!address.isOn(port)) {
            throw AddressProblems.moved();
        }
    }
}
