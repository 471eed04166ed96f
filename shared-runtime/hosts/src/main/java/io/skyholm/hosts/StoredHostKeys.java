package io.skyholm.hosts;

import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys of hosts as a table of the service has them. */
public final class StoredHostKeys implements HostKeys {

    private static final RowType<Key> KEY = RowType.of(Key.class);

    private record Key(UUID id, String agentPublicKey) {}

    private final TenantRead read;
    private final String select;

    /**
     * Keys that are read for each batch of reports.
     *
     * @param select finds {@code id} and {@code agent_public_key} of the hosts of which {@code $1} is the list
     */
    public StoredHostKeys(TenantRead read, String select) {
        this.read = read;
        this.select = select;
    }

    @Override
    public Uni<Map<UUID, String>> of(Set<UUID> hosts) {
        Statement statement = Statement.of(select, (Object) hosts.toArray(UUID[]::new));
        return read.list(TenantScope.PLATFORM, statement, KEY)
                .map(keys -> keys.stream().collect(Collectors.toMap(Key::id, Key::agentPublicKey)));
    }
}
