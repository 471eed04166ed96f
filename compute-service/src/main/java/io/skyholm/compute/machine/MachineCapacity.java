package io.skyholm.compute.machine;

import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes and gives back what machines have: one conditional update, in which the row that is checked is the row that is
 * changed. A machine that somebody else is just claiming is passed over, so that nobody waits and nobody waits for ever.
 */
@Singleton
public class MachineCapacity {

    static final String CLAIM = """
            with chosen as (
                select id from compute_machine machine
                where id = any($1) and deleted_at is null and status = 'ACTIVE' and health_status <> 'CRITICAL'
                    and fenced_at is null and drain_requested_at is null and exclusive_to is null
                    and rental_mode = case when $2 then 'EXCLUSIVE' else 'SHARED' end
                    and (not $2 or instances = 0)
                    and allocated_cpu_cores + $3 <= cpu_capacity and allocated_memory_gb + $4 <= memory_capacity
                    and allocated_storage_gb + $5 <= storage_capacity and allocated_gpu_count + $6 <= gpu_count
                    and ($7::text is null or machine_type = $7) and ($8::text is null or gpu_model = $8)
                    and tags @> $9::text[] and ($10::uuid is null or not $10 = any(instance_sets))
                    and exists (select 1 from resource_pool pool
                        join edge_data_center center on center.id = pool.edge_data_center_id
                        where pool.id = machine.resource_pool_id and pool.status = 'ACTIVE'
                            and center.status = 'ACTIVE' and ($13::text is null or center.region = $13))
                order by array_position($1, id) limit 1 for no key update of machine skip locked)
            update compute_machine machine set
                allocated_cpu_cores = case when $2 then cpu_capacity else allocated_cpu_cores + $3 end,
                allocated_memory_gb = case when $2 then memory_capacity else allocated_memory_gb + $4 end,
                allocated_storage_gb = case when $2 then storage_capacity else allocated_storage_gb + $5 end,
                allocated_gpu_count = case when $2 then gpu_count else allocated_gpu_count + $6 end,
                instances = instances + 1, exclusive_to = case when $2 then $11::uuid end,
                instance_sets = case when $12::uuid is null then instance_sets else instance_sets || $12::uuid end
            from chosen where machine.id = chosen.id
            returning machine.id, machine.edge_data_center_id, machine.resource_pool_id,
                case when $2 then cpu_capacity else $3 end as cpu_cores,
                case when $2 then memory_capacity else $4 end as memory_gb,
                case when $2 then storage_capacity else $5 end as storage_gb,
                case when $2 then gpu_count else $6 end as gpu_count""";

    private static final String GROW = """
            update compute_machine set
                allocated_cpu_cores = allocated_cpu_cores + $2, allocated_memory_gb = allocated_memory_gb + $3,
                allocated_storage_gb = allocated_storage_gb + $4, allocated_gpu_count = allocated_gpu_count + $5
            where id = $1 and allocated_cpu_cores + $2 <= cpu_capacity and allocated_memory_gb + $3 <= memory_capacity
                and allocated_storage_gb + $4 <= storage_capacity and allocated_gpu_count + $5 <= gpu_count""";

    private static final String RELEASE = """
            update compute_machine set
                allocated_cpu_cores = allocated_cpu_cores - $2, allocated_memory_gb = allocated_memory_gb - $3,
                allocated_storage_gb = allocated_storage_gb - $4, allocated_gpu_count = allocated_gpu_count - $5,
                instances = instances - 1, exclusive_to = nullif(exclusive_to, $6),
                instance_sets = case when $7::uuid is null then instance_sets else
                    instance_sets[: array_position(instance_sets, $7) - 1]
                    || instance_sets[array_position(instance_sets, $7) + 1 :] end
            where id = $1""";

    /** Claims the first of the chosen machines that still has room and is as asked; empty if none is. */
    public Uni<Optional<Claimed>> claim(Work work, Request request, List<UUID> chosen) {
        Size size = request.size();
        return work.find(
                Claimed.class,
                CLAIM,
                chosen.toArray(UUID[]::new),
                request.exclusive(),
                size.cpuCores(),
                size.memoryGb(),
                size.storageGb(),
                size.gpuCount(),
                request.machineType(),
                request.gpuModel(),
                request.tags().toArray(String[]::new),
                request.apart() ? request.setId() : null,
                request.instanceId(),
                request.setId(),
                request.region());
    }

    /** Claims more of a machine, or with negative sizes gives back; false if the machine has not enough left. */
    public Uni<Boolean> grow(Work work, UUID machine, Size more) {
        return work.execute(GROW, machine, more.cpuCores(), more.memoryGb(), more.storageGb(), more.gpuCount())
                .map(changed -> changed == 1);
    }

    /** Gives back all that an instance, which may be a member of a set, holds of a machine. */
    public Uni<Void> release(Work work, UUID machine, Size held, UUID instance, @Nullable UUID set) {
        return work.execute(
                        RELEASE,
                        machine,
                        held.cpuCores(),
                        held.memoryGb(),
                        held.storageGb(),
                        held.gpuCount(),
                        instance,
                        set)
                .replaceWithVoid();
    }

    /**
     * What is asked of a machine.
     *
     * @param apart whether it must have no other instance of the set
     */
    public record Request(
            UUID instanceId,
            Size size,
            boolean exclusive,
            @Nullable String region,
            @Nullable String machineType,
            @Nullable String gpuModel,
            Set<String> tags,
            @Nullable UUID setId,
            boolean apart) {}

    /** A machine that was claimed, and how much of it. */
    public record Claimed(
            UUID id,
            UUID edgeDataCenterId,
            UUID resourcePoolId,
            int cpuCores,
            int memoryGb,
            int storageGb,
            int gpuCount) {

        /** How much of it. */
        public Size size() {
            return new Size(cpuCores, memoryGb, storageGb, gpuCount);
        }
    }
}
