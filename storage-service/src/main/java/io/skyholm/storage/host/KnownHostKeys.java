package io.skyholm.storage.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.host.EncryptionKeyStatement;
import io.skyholm.hosts.HostSignature;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which is encrypted what only a host may read. Whoever tells of machines could name a key of their own: one is taken for a host's when its
 * agent has signed it, and the agent is the one that was first told of.
 */
@Singleton
class KnownHostKeys {

    private static final Logger LOG = Logger.getLogger(KnownHostKeys.class);

    private static final String FIND =
            "select agent_public_key, agent_encryption_key from known_host_key where id = $1";

    private static final String NOTE = """
            insert into known_host_key as known (id, generation, agent_public_key, agent_encryption_key)
            values ($1, $2, $3, $4)
            on conflict (id) do update set generation = excluded.generation, agent_public_key = excluded.agent_public_key,
                agent_encryption_key = excluded.agent_encryption_key
            where known.generation < excluded.generation""";

    /** What is noted of a host. */
    record Known(@Nullable String agentPublicKey, @Nullable String agentEncryptionKey) {

        private static final Known NOTHING = new Known(null, null);

        /** What is known once that was told. */
        Known after(MachineFact machine) {
            String agent = agentPublicKey == null ? machine.agentPublicKey() : agentPublicKey;
            return new Known(agent, trusted(machine.id(), agent, machine));
        }

        private @Nullable String trusted(UUID host, @Nullable String agent, MachineFact machine) {
            String told = machine.agentEncryptionKey();
            if (told == null || told.equals(agentEncryptionKey)) {
                return told;
            }
            String signature = machine.agentEncryptionKeySignature();
            boolean isSigned = agent != null
                    && signature != null
                    && HostSignature.isBy(
                            agent, new EncryptionKeyStatement(agent, told).bytes(), signature.getBytes(US_ASCII));
            if (!isSigned) {
                LOG.warnf("Machine %s was told with a key that its agent has not signed, which is not used", host);
            }
            return isSigned ? told : agentEncryptionKey;
        }
    }

    Uni<Void> note(Work work, MachineFact machine) {
        return work.find(Known.class, FIND, machine.id())
                .map(found -> found.orElse(Known.NOTHING).after(machine))
                .invoke(known -> work.send(
                        NOTE, machine.id(), machine.generation(), known.agentPublicKey(), known.agentEncryptionKey()))
                .replaceWithVoid();
    }
}
