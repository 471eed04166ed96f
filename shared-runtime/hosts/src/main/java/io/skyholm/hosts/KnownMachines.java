package io.skyholm.hosts;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a service with things on machines knows of them, as compute told it: its table {@code known_machine}. */
public final class KnownMachines {

    private static final String NOTE = """
            insert into known_machine as known (id, generation, edge_data_center_id, status, agent_public_key, fenced_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, status = excluded.status,
                edge_data_center_id = excluded.edge_data_center_id, agent_public_key = excluded.agent_public_key,
                fenced_at = excluded.fenced_at
            where known.generation < excluded.generation""";
    private static final String KEYS = """
            select id, agent_public_key from known_machine
            where id = any($1) and status <> 'DELETED' and agent_public_key is not null""";
    private static final String STATE = """
            select case when status = 'DELETED' then 'DELETED' when fenced_at is not null then 'FENCED' else 'IN_SERVICE' end
            from known_machine where id = $1""";

    private KnownMachines() {}

    /** Notes what was told, unless something newer is known. */
    public static void note(Work work, MachineFact machine) {
        work.send(
                NOTE,
                machine.id(),
                machine.generation(),
                machine.edgeDataCenterId(),
                machine.status().name(),
                machine.agentPublicKey(),
                ColumnReaders.parameter(machine.fencedAt()));
    }

    /** Whether nothing runs on that machine any more, whatever its host may say. */
    public static boolean runsNothing(MachineFact machine) {
        return machine.fencedAt() != null || machine.status() == MachineStatus.DELETED;
    }

    /** The keys of the hosts' agents. */
    public static HostKeys keys(TenantRead read) {
        return new StoredHostKeys(read, KEYS);
    }

    /** How a machine stands; one that nobody has told of yet is in service. */
    public static Uni<HostState> state(Work work, @Nullable UUID machine) {
        return machine == null
                ? Uni.createFrom().item(HostState.IN_SERVICE)
                : work.value(String.class, STATE, machine)
                        .map(known -> known.map(HostState::valueOf).orElse(HostState.IN_SERVICE));
    }
}
