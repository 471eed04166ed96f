package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** How many more instances of a demand the machines of a pool have room for, if nothing else comes, and why no more. */
public record Forecast(UUID poolId, UUID dataCenterId, int instances, Explanation why) {

    static Forecast of(List<Host> pool, Demand demand) {
        Host any = pool.getFirst();
        int instances = pool.stream()
                .filter(host -> Arrays.stream(Rule.values()).allMatch(rule -> rule.allows(host, demand)))
                .mapToInt(host -> times(host, demand))
                .sum();
        return new Forecast(any.poolId, any.dataCenterId, instances, Explanation.of(pool, demand));
    }

    private static int times(Host host, Demand demand) {
        if (demand.exclusive() || demand.apart()) {
            return 1;
        }
        Size free = host.free();
        Size one = demand.size();
        return IntStream.of(
                        times(free.cpuCores(), one.cpuCores()),
                        times(free.memoryGb(), one.memoryGb()),
                        times(free.storageGb(), one.storageGb()),
                        times(free.gpuCount(), one.gpuCount()))
                .min()
                .orElse(0);
    }

    private static int times(int free, int one) {
        return one == 0 ? Integer.MAX_VALUE : free / one;
    }
}
