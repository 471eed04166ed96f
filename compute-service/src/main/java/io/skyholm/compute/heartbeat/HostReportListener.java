package io.skyholm.compute.heartbeat;

import io.skyholm.hosts.HostKeys;
import io.skyholm.hosts.HostReports;
import io.skyholm.hosts.StoredHostKeys;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what hosts report. */
@ApplicationScoped
class HostReportListener {

    private static final String KEYS = """
            select id, agent_public_key from compute_machine
            where id = any($1) and agent_public_key is not null and deleted_at is null""";

    private final HostReports reports;
    private final HostKeys keys;
    private final MachineReports machines;

    HostReportListener(HostReports reports, HostKeys keys, MachineReports machines) {
        this.reports = reports;
        this.keys = keys;
        this.machines = machines;
    }

    /** The keys of the agents that have joined. */
    @Produces
    @Singleton
    static HostKeys keys(TenantRead read) {
        return new StoredHostKeys(read, KEYS);
    }

    @Incoming("host-reports")
    Uni<Void> receive(ConsumerRecords<String, String> records) {
        return reports.receive(records, keys, machines::note);
    }
}
