package io.skyholm.network.host;

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

/** The keys of the hosts' agents, as compute told them. */
@Singleton
class KnownHostKeys implements HostKeys {

    private static final String KEYS = """
            select id, agent_public_key from known_machine
            where id = any($1) and status <> 'DELETED' and agent_public_key is not null""";

    private final TenantRead read;

    KnownHostKeys(TenantRead read) {
        this.read = read;
    }

    @Override
    public Uni<Map<UUID, String>> of(Set<UUID> hosts) {
        Statement statement = Statement.of(KEYS, (Object) hosts.toArray(UUID[]::new));
        return read.list(TenantScope.PLATFORM, statement, row -> row).map(rows -> rows.stream()
                .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("agent_public_key"))));
    }
}
