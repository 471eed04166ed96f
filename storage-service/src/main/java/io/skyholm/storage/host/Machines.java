package io.skyholm.storage.host;

import io.skyholm.hosts.HostState;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The machines that compute has told of. */
@Singleton
public class Machines {

    private static final String DATA_CENTER =
            "select edge_data_center_id from known_machine where id = $1 and status <> 'DELETED'";
    private static final String STATE = """
            select case when status = 'DELETED' then 'DELETED' when fenced_at is not null then 'FENCED' else 'IN_SERVICE' end
            from known_machine where id = $1""";

    /** The data centre of a machine that is there; empty for one that is not known, or no more. */
    public Uni<Optional<UUID>> dataCenterOf(Work work, UUID machine) {
        return work.value(UUID.class, DATA_CENTER, machine);
    }

    /** How a machine stands. */
    public Uni<HostState> state(Work work, @Nullable UUID machine) {
        return machine == null
                ? Uni.createFrom().item(HostState.IN_SERVICE)
                : work.value(String.class, STATE, machine)
                        .map(known -> known.map(HostState::valueOf).orElse(HostState.IN_SERVICE));
    }
}
