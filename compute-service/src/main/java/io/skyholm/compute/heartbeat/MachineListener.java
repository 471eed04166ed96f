package io.skyholm.compute.heartbeat;

import io.skyholm.hosts.HostReports;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what hosts report. */
@ApplicationScoped
class MachineListener {

    private final HostReports reports;
    private final MachineKeys keys;
    private final MachineReports machines;

    MachineListener(HostReports reports, MachineKeys keys, MachineReports machines) {
        this.reports = reports;
        this.keys = keys;
        this.machines = machines;
    }

    @Incoming("host-reports")
    Uni<Void> receive(ConsumerRecords<String, String> records) {
        return reports.receive(records, keys, machines::note);
    }
}
