package io.skyholm.compute.join;

import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.compute.pool.Pools;
import io.skyholm.events.host.HostTopics;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * How a host joins. Kafka is asked before anything is kept, and under an id that stays the same for a token, so that a join
 * may fail anywhere and be tried again.
 */
@ApplicationScoped
class HostJoins {

    private static final Logger LOG = Logger.getLogger(HostJoins.class);
    private static final String OF_HASH = "select id from join_token where token_hash = $1";

    private final TenantTransaction transactions;
    private final JoinedMachines machines;
    private final Pools pools;
    private final HostAccess access;
    private final JoinSettings settings;

    HostJoins(
            TenantTransaction transactions,
            JoinedMachines machines,
            Pools pools,
            HostAccess access,
            JoinSettings settings) {
        this.transactions = transactions;
        this.machines = machines;
        this.pools = pools;
        this.access = access;
        this.settings = settings;
    }

    Uni<HostJoined> join(AnonymousCall call, JoinHost command) {
        AgentKey key = AgentKey.read(command.publicKey());
        checkEncryptionKey(command);
        Cause cause = call.cause(null);
        if (call.conditions().dryRun()) {
            return transactions
                    .tryOut(cause, work -> machineOf(work, command, key).call(id -> keep(work, id, command, key)))
                    .map(id -> answer(id, "", command));
        }
        String password = TokenText.secret();
        return transactions
                .change(cause, work -> machineOf(work, command, key))
                .call(id -> access.grant(id, password).onFailure().transform(HostJoins::away))
                .call(id -> transactions.change(cause, work -> keep(work, id, command, key)))
                .map(id -> answer(id, password, command));
    }

    /** Before anything is done for a host that will be refused. */
    private static void checkEncryptionKey(JoinHost command) {
        boolean ignored = encryptionKey(command).isPresent();
    }

    /** The machine that this host is or becomes. */
    private Uni<UUID> machineOf(Work work, JoinHost command, AgentKey key) {
        return tokenOf(work, command)
                .chain(token -> switch (token.verdict(key.text(), command.proof(RealTime.now()), work.now())) {
                    case REFUSE -> throw JoinProblems.refused();
                    case REPEAT -> same(work, token, key).call(id -> checkRenewal(work, id, command));
                    case JOIN ->
                        pools.terms(work, token.resourcePoolId)
                                .map(terms -> terms.orElseThrow(JoinProblems::refused))
                                .chain(() -> machines.awaited(work, token.resourcePoolId, command.managementIp()))
                                .map(awaited -> awaited.orElse(token.machineId));
                });
    }

    private Uni<Void> keep(Work work, UUID id, JoinHost command, AgentKey key) {
        return tokenOf(work, command).chain(token -> switch (token.verdict(
                key.text(), command.proof(RealTime.now()), work.now())) {
            case REFUSE -> throw JoinProblems.refused();
            case REPEAT -> same(work, token, key).chain(() -> renewEncryptionKey(work, id, command));
            case JOIN -> {
                JoinedMachines.Agent agent = new JoinedMachines.Agent(
                        key.text(),
                        encryptionKey(command).orElse(null),
                        command.encryptionKeySignature(),
                        command.agentVersion());
                token.use(key.text(), id, work.now());
                yield machines.join(work, id, command.asMachine(token), agent).chain(() -> work.update(token));
            }
        });
    }

    /** Before Kafka is asked for another password, which the agent would not be told. */
    private Uni<Void> checkRenewal(Work work, UUID id, JoinHost command) {
        return encryptionKey(command)
                .map(key -> machines.checkRenewal(work, id, key))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> renewEncryptionKey(Work work, UUID id, JoinHost command) {
        return encryptionKey(command)
                .map(key -> machines.renewEncryptionKey(work, id, key, command.encryptionKeySignature()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<String> encryptionKey(JoinHost command) {
        return Optional.ofNullable(command.encryptionKey())
                .map(AgentKey::forEncryption)
                .map(AgentKey::text);
    }

    private Uni<UUID> same(Work work, JoinToken token, AgentKey key) {
        return machines.isOf(work, token.machineId, key.text()).map(still -> {
            if (!still) {
                throw JoinProblems.refused();
            }
            return token.machineId;
        });
    }

    /** The token, held until the transaction ends: of two hosts with one token one joins. */
    private static Uni<JoinToken> tokenOf(Work work, JoinHost command) {
        return work.value(UUID.class, OF_HASH, new TokenText(command.token()).hash())
                .map(found -> found.orElseThrow(JoinProblems::refused))
                .chain(id -> work.lock(JoinToken.class, id))
                .map(Optional::orElseThrow);
    }

    private static Throwable away(Throwable failure) {
        LOG.warnf("No host can join: %s", failure);
        return JoinProblems.kafkaAway();
    }

    private HostJoined answer(UUID id, String password, JoinHost command) {
        return new HostJoined(
                id,
                new HostJoined.KafkaAccount(settings.brokers(), settings.protocol(), HostAccess.userOf(id), password),
                HostTopics.desired(id),
                HostTopics.OBSERVED,
                settings.pace().heartbeatSeconds(),
                settings.pace().inventorySeconds(),
                encryptionKey(command).orElse(null),
                command.encryptionKeySignature());
    }
}
