package io.skyholm.runtime.host;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.Wish;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tells a host what it shall hold, by the same outbox as facts: a wish is told exactly when its transaction commits. */
@ApplicationScoped
public class HostWishes {

    private static final String INSERT = """
            insert into outbox_event (id, aggregate_type, aggregate_id, type, source, generation,
                correlation_id, payload, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private final String source;

    HostWishes(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/" + service;
    }

    /** Wishes for a thing on a host, or for its absence. */
    public void tell(Work work, UUID hostId, Wish wish) {
        send(work, hostId, wish.key(), "host.wish.told.v1", wish.generation(), EventJson.write(wish));
    }

    /**
     * Takes back a wish for absence that has come true, or any wish on a host that is fenced or given up.
     *
     * @param generation the highest that this host can have been told for the thing: everything up to it is taken back
     */
    public void withdraw(Work work, UUID hostId, ThingKey key, long generation) {
        send(work, hostId, key, "host.wish.withdrawn.v1", generation, null);
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
                Columns.parameter(work.now()));
    }
}
