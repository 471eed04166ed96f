package io.skyholm.compute.heartbeat;

import io.skyholm.hosts.HostKeys;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys of the agents that have joined. */
@Singleton
class MachineKeys implements HostKeys {

    private static final String KEYS = """
            select id, agent_public_key from compute_machine
            where id = any($1) and agent_public_key is not null and deleted_at is null""";

    private final TenantRead read;

    MachineKeys(TenantRead read) {
        this.read = read;
    }

    @Override
    public Uni<Map<UUID, String>> of(Set<UUID> hosts) {
        Statement statement = Statement.of(KEYS, (Object) hosts.toArray(UUID[]::new));
        return read.list(
                        TenantScope.PLATFORM,
                        statement,
                        row -> Map.entry(row.getUUID("id"), row.getString("agent_public_key")))
                .map(keys -> keys.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
