package io.skyholm.hosts;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The hosts that tests have let join. */
@Singleton
class JoinedHosts implements HostKeys {

    final Map<UUID, String> known = new ConcurrentHashMap<>();

    @Override
    public Uni<Map<UUID, String>> of(Set<UUID> hosts) {
        return Uni.createFrom()
                .item(known.entrySet().stream()
                        .filter(host -> hosts.contains(host.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
