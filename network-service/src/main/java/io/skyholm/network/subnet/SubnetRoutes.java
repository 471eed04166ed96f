package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetRoute;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.runtime.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which routes a subnet can have. */
final class SubnetRoutes {

    private SubnetRoutes() {}

    /** The routes as they are kept; what cannot be meant in a subnet with these blocks and routers is refused. */
    static List<SubnetRoute> checked(List<SubnetRoute> routes, List<Cidr> blocks, List<String> gateways) {
        List<SubnetRoute> checked = new ArrayList<>();
        Set<String> destinations = new HashSet<>();
        for (int number = 0; number < routes.size(); number++) {
            SubnetRoute route = checked("routes." + number, routes.get(number), blocks, gateways);
            if (!destinations.add(route.destination())) {
                throw Problem.invalid("routes." + number + ".destination", "has another route already");
            }
            checked.add(route);
        }
        return checked;
    }

    private static SubnetRoute checked(String field, SubnetRoute route, List<Cidr> blocks, List<String> gateways) {
        Cidr destination = Cidr.parse(field + ".destination", route.destination());
        if (blocks.stream().anyMatch(block -> block.contains(destination))) {
            throw Problem.invalid(field + ".destination", "is in the subnet itself, where nobody is routed to");
        }
        Cidr block = over(destination, blocks);
        if (block == null || !block.contains(route.nextHop()) || !block.isHost(route.nextHop())) {
            throw Problem.invalid(
                    field + ".nextHop", "must be the address of a host in the subnet, of the destination's family");
        }
        String nextHop = block.at(block.place(route.nextHop()));
        if (gateways.contains(nextHop)) {
            throw Problem.invalid(field + ".nextHop", "is the subnet's router, by which it is reached without a route");
        }
        return new SubnetRoute(destination.text(), nextHop);
    }

    private static @Nullable Cidr over(Cidr destination, List<Cidr> blocks) {
        return blocks.stream()
                .filter(block -> block.bits() == destination.bits())
                .findFirst()
                .orElse(null);
    }
}
