package io.skyholm.compute.machine;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.IpAddress;
import io.skyholm.compute.pool.PoolTerms;
import io.skyholm.compute.pool.Pools;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Machines as their agents make them known. */
@ApplicationScoped
public class JoinedMachines {

    /** The kind of task that makes Kafka know a machine's topic, and takes away what it knows of a deleted one. */
    public static final String ACCESS = "host-access";

    private static final String AWAITED = """
            select id from compute_machine
            where resource_pool_id = $1 and management_ip = $2 and agent_public_key is null and deleted_at is null""";
    private static final String STILL_THERE =
            "select 1 from compute_machine where id = $1 and agent_public_key = $2 and deleted_at is null";

    /** The kind of task that tells a host anew what it can read with another key from now on. */
    public static final String RESEAL = "reseal-host";

    private static final String ENCRYPTION_KEY = "select agent_encryption_key from compute_machine where id = $1";
    private static final String CHANGED_JUST_NOW = """
            select 1 from compute_machine where id = $1 and agent_encryption_key is distinct from $2
                and agent_encryption_key_changed_at > now() - interval '1 minute'""";
    private static final String REMOVED = "update compute_machine set access_removed_at = calendar_now() where id = $1";

    private final MachineStore store;
    private final Pools pools;
    private final ReconcileQueue queue;

    JoinedMachines(MachineStore store, Pools pools, ReconcileQueue queue) {
        this.store = store;
        this.pools = pools;
        this.queue = queue;
    }

    /** The machine that somebody described beforehand and whose agent has not joined yet. */
    public Uni<Optional<UUID>> awaited(Work work, UUID pool, String managementIp) {
        return work.value(UUID.class, AWAITED, pool, IpAddress.Check.canonical(managementIp));
    }

    /** Whether that machine is still the one of that agent. */
    public Uni<Boolean> isOf(Work work, UUID id, String publicKey) {
        return work.exists(STILL_THERE, id, publicKey);
    }

    /**
     * The X25519 key that this host's secrets are encrypted with; empty for agents older than host encryption. It stays so until the
     * transaction ends: what is encrypted with it would otherwise be missing among what is told again with the next one.
     */
    public Uni<Optional<String>> encryptionKey(Work work, UUID id) {
        work.lockNameShared(keyOf(id));
        return work.value(String.class, ENCRYPTION_KEY, id);
    }

    /** Refuses another key soon after the last: all that a host was told is told anew for each, by all services that told it secrets. */
    public Uni<Void> checkRenewal(Work work, UUID id, String key) {
        return work.none(MachineProblems::keyChangedJustNow, CHANGED_JUST_NOW, id, key);
    }

    /**
     * The agent has another key from now on: it is told again what was encrypted with the former one, and other services are told the key, which do
     * the same. The name is locked after the row, as by those who claim room on the machine before they tell it.
     */
    public Uni<Void> renewEncryptionKey(Work work, UUID id, String key, @Nullable String signature) {
        return store.held(work, id).chain(found -> found.filter(machine -> !isKnown(machine, key, signature))
                .map(machine -> checkRenewal(work, id, key).chain(() -> renew(work, machine, key, signature)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isKnown(Machine machine, String key, @Nullable String signature) {
        return key.equals(machine.agentEncryptionKey) && Objects.equals(signature, machine.agentEncryptionKeySignature);
    }

    private Uni<Void> renew(Work work, Machine machine, String key, @Nullable String signature) {
        work.lockName(keyOf(machine.id));
        if (!key.equals(machine.agentEncryptionKey)) {
            queue.wake(work, RESEAL, machine.id);
            machine.agentEncryptionKey = key;
            machine.agentEncryptionKeyChangedAt = RealTime.now().truncatedTo(MICROS);
        }
        machine.agentEncryptionKeySignature = signature;
        return store.save(work, machine, null).replaceWithVoid();
    }

    private static String keyOf(UUID machine) {
        return "agent-encryption-key/" + machine;
    }

    /** Notes that Kafka knows nothing of a deleted machine any more. */
    public Uni<Void> accessRemoved(Work work, UUID id) {
        return work.execute(REMOVED, id).replaceWithVoid();
    }

    /** Takes the machine in, or what its agent says of one that was awaited; fails with a problem if it cannot be. */
    public Uni<Void> join(Work work, UUID id, CreateMachine command, Agent agent) {
        return pools.terms(work, command.resourcePoolId())
                .map(found -> found.orElseThrow(MachineProblems::noSuchPool))
                .chain(terms -> work.lock(Machine.class, id)
                        .chain(found -> found.isPresent()
                                ? complete(work, awaited(found.get(), command, terms), agent)
                                : begin(work, new Machine(id, command, terms, null, work.now()), agent)))
                .onFailure()
                .transform(MachineProblems::explain);
    }

    private Uni<Void> begin(Work work, Machine machine, Agent agent) {
        machine.isSpokenForBy(agent, RealTime.now());
        return store.begin(work, machine).replaceWithVoid();
    }

    private Uni<Void> complete(Work work, Machine machine, Agent agent) {
        machine.isSpokenForBy(agent, RealTime.now());
        return store.save(work, machine, null).replaceWithVoid();
    }

    private static Machine awaited(Machine machine, CreateMachine command, PoolTerms terms) {
        if (machine.revision.isDeleted() || machine.agentPublicKey != null) {
            throw MachineProblems.joinedMeanwhile();
        }
        machine.describedByAgent(command, terms);
        if (!machine.fitsCapacity()) {
            throw MachineProblems.tooSmall();
        }
        return machine;
    }

    /** Who will speak for a machine. */
    public record Agent(
            String publicKey,
            @Nullable String encryptionKey,
            @Nullable String encryptionKeySignature,
            String version) {}
}
