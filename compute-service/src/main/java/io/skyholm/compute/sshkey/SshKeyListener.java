package io.skyholm.compute.sshkey;

import io.skyholm.events.identity.SshKeyFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from identity which SSH keys users have; an older fact never replaces a newer. */
@ApplicationScoped
class SshKeyListener {

    private static final String CONSUMER = "ssh-keys";
    private static final String KEY = """
            insert into known_ssh_key as known (id, generation, tenant_id, user_id, public_key) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set generation = excluded.generation, tenant_id = excluded.tenant_id,
                user_id = excluded.user_id, public_key = excluded.public_key
            where known.generation < excluded.generation""";

    private final Inbox inbox;

    SshKeyListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("ssh-keys")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, SshKeyFact.class, SshKeyListener::note);
    }

    private static void note(Work work, SshKeyFact key) {
        work.send(
                KEY,
                key.id(),
                key.generation(),
                key.tenantId(),
                key.userId(),
                key.deletedAt() == null ? key.publicKey() : null);
    }
}
