package io.skyholm.hosts;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.ThingKey;
import io.skyholm.runtime.outbox.OutboxPayload;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells hosts the desired state of their things, by the same outbox as facts: a host is told exactly when the transaction
 * commits that decides it.
 */
@ApplicationScoped
public class HostDesiredStates {

    private static final String INSERT = """
            insert into outbox_event (id, aggregate_type, aggregate_id, type, source, generation,
                correlation_id, payload, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private final String source;

    HostDesiredStates(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/" + service;
    }

    /** Tells a host what a thing is to be there, or that it is to be absent; fails if that is too large to be sent. */
    public void tell(Work work, UUID hostId, DesiredState desired) {
        send(work, hostId, desired.key(), "host.wish.told.v1", desired.generation(), OutboxPayload.write(desired));
    }

    /**
     * Takes back the absence of a thing that is proven gone, or whatever a host was told that is fenced or given up.
     *
     * @param generation the highest that this host can have been told for the thing: everything up to it is taken back
     */
    public void withdraw(Work work, UUID hostId, ThingKey key, long generation) {
        send(work, hostId, key, "host.wish.withdrawn.v1", generation, null);
    }

    /**
     * Takes back all that its host was told of a thing. Nothing is written to the topic of a host that is deleted: that is
     * gone, or will be, and who wrote to it would hold up the relay.
     */
    public void withdraw(Work work, ThingKey key, ThingOnHost thing, HostState state) {
        UUID host = thing.host();
        if (host != null && state.mayHear() && thing.desiredGeneration() > 0) {
            withdraw(work, host, key, thing.desiredGeneration());
        }
    }

    /**
     * The thing has no host any more: it is proven gone from it, or its host is fenced. What a fenced host was told is taken
     * back, so that it starts nothing when it comes back; what it brings back is an orphan.
     */
    public void release(Work work, ThingKey key, ThingOnHost thing, HostState state) {
        withdraw(work, key, thing, state);
        thing.leave();
    }

    private void send(Work work, UUID hostId, ThingKey key, String type, long generation, @Nullable String payload) {
        Cause cause = work.cause();
        work.send(
                INSERT,
                Ids.next(),
                HostTopics.desired(hostId),
                key.text(),
                type,
                source,
                generation,
                cause.correlationId(),
                payload,
                ColumnReaders.parameter(work.now()));
    }
}
