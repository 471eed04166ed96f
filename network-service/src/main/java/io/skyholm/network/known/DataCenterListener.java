package io.skyholm.network.known;

import io.skyholm.events.compute.DataCenterFact;
import io.skyholm.network.NetworkSettings;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns which data centres there are, and which VLAN ids their networks may be given. */
@ApplicationScoped
public class DataCenterListener {

    /** The kind of work that a new data centre may mean. */
    public static final String LOCAL_NETWORK = "local-network";

    private static final String CONSUMER = "data-centers";
    private static final String NOTE = """
            insert into known_data_center as known (id, generation, name, status, vlan_range_start, vlan_range_end)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, name = excluded.name,
                status = excluded.status, vlan_range_start = excluded.vlan_range_start,
                vlan_range_end = excluded.vlan_range_end
            where known.generation < excluded.generation""";

    private final Inbox inbox;
    private final ReconcileQueue queue;
    private final NetworkSettings settings;

    DataCenterListener(Inbox inbox, ReconcileQueue queue, NetworkSettings settings) {
        this.inbox = inbox;
        this.queue = queue;
        this.settings = settings;
    }

    @Incoming("data-centers")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, DataCenterFact.class, this::note);
    }

    private void note(Work work, DataCenterFact center) {
        work.send(
                NOTE,
                center.id(),
                center.generation(),
                center.name(),
                center.status().name(),
                center.vlanRangeStart(),
                center.vlanRangeEnd());
        if (settings.local()) {
            queue.wake(work, LOCAL_NETWORK, center.id());
        }
    }
}
