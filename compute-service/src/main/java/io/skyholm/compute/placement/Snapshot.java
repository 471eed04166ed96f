package io.skyholm.compute.placement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All machines as they were read together. */
final class Snapshot {

    static final Snapshot EMPTY = new Snapshot(List.of());

    private final long readAt = System.nanoTime();
    private final List<Host> hosts;
    private final Map<UUID, Host> byId;
    private final Map<UUID, List<Host>> byPool;
    private final Map<UUID, List<Host>> byDataCenter;

    Snapshot(List<Host> hosts) {
        this.hosts = hosts;
        this.byId = hosts.stream().collect(toUnmodifiableMap(host -> host.id, host -> host));
        this.byPool = hosts.stream().collect(groupingBy(host -> host.poolId));
        this.byDataCenter = hosts.stream().collect(groupingBy(host -> host.dataCenterId));
    }

    /** The machines among which a demand may choose at all. */
    List<Host> of(Demand demand) {
        if (demand.poolId() != null) {
            return byPool.getOrDefault(demand.poolId(), List.of());
        }
        return demand.dataCenterId() == null ? hosts : byDataCenter.getOrDefault(demand.dataCenterId(), List.of());
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - readAt > age.toNanos();
    }

    List<Host> all() {
        return hosts;
    }

    /** What each pool in which a demand may be has room for, in the order of their ids. */
    List<Forecast> forecast(Demand demand) {
        return byPool.values().stream()
                .filter(pool -> Rule.PLACE.allows(pool.getFirst(), demand))
                .map(pool -> Forecast.of(pool, demand))
                .sorted(Comparator.comparing(Forecast::poolId))
                .toList();
    }

    Optional<Host> host(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }
}
