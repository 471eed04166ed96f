package io.skyholm.hosts;

import io.quarkus.arc.All;
import io.skyholm.events.host.HostReport;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what hosts report of things, of whichever kinds this service has. */
@ApplicationScoped
class ThingListener {

    private final HostReports reports;
    private final HostKeys keys;
    private final List<HostedKind> kinds;
    private final ThingRecorder recorder;
    private final Orphans orphans;

    ThingListener(
            HostReports reports, HostKeys keys, @All List<HostedKind> kinds, ThingRecorder recorder, Orphans orphans) {
        this.reports = reports;
        this.keys = keys;
        this.kinds = kinds;
        this.recorder = recorder;
        this.orphans = orphans;
    }

    @Incoming("host-things")
    Uni<Void> receive(ConsumerRecords<String, String> records) {
        return reports.receive(records, keys, ObservedThings::mayTellOfThings, this::note);
    }

    private Uni<Void> note(Work work, List<HostReport> told) {
        return Sequentially.of(kinds, kind -> note(work, kind, told)).replaceWithVoid();
    }

    private Uni<Void> note(Work work, HostedKind kind, List<HostReport> told) {
        ObservedThings observed = ObservedThings.in(told, kind.kind());
        return observed.isEmpty()
                ? Uni.createFrom().voidItem()
                : recorder.note(work, kind, observed)
                        .chain(() -> orphans.remove(work, kind, observed))
                        .chain(() -> kind.reported(work, told));
    }
}
