package io.skyholm.storage;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host with a key of its own, played by a test. */
public record Host(UUID id, UUID dataCenter, HostKeys keys) {

    private static final String TOLD = """
            select generation, payload from outbox_event where aggregate_type = ? and aggregate_id = ? order by id""";

    /** One that the service has learnt of, in a data centre of its own. */
    public static Host fresh() {
        return in(UUID.randomUUID());
    }

    /** One that the service has learnt of. */
    public static Host in(UUID dataCenter) {
        Host host = new Host(UUID.randomUUID(), dataCenter, HostKeys.fresh());
        host.told(1, MachineStatus.ACTIVE);
        return host;
    }

    /** It was not heard for too long. */
    public void silent() {
        told(2, MachineStatus.OFFLINE);
    }

    /** It was given up, and never comes back. */
    public void deleted() {
        told(3, MachineStatus.DELETED);
    }

    private void told(long generation, MachineStatus status) {
        Broker.tell(
                MachineEvents.CHANGED,
                new MachineFact(
                        id,
                        generation,
                        dataCenter,
                        UUID.randomUUID(),
                        "host-" + id,
                        "host",
                        status,
                        keys.publicKey(),
                        null,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null));
        Eventually.rows(1, "select count(*) from known_machine where id = ? and generation >= ?", id, generation);
    }

    /** All that it was told of a disk, oldest first, without what was taken back; as soon as it was told all. */
    public List<DesiredDisk> desired(UUID disk) {
        Eventually.rows(1, "select count(*) from disk where id = ? and not is_stale", disk);
        return messages(disk).stream()
                .filter(row -> row.get("payload") != null)
                .map(row -> EventJson.read(String.valueOf(row.get("payload")), DesiredDisk.class))
                .toList();
    }

    /** Whether what it was told last was taken back. */
    public boolean isReleased(UUID disk) {
        List<Map<String, @Nullable Object>> messages = messages(disk);
        return !messages.isEmpty() && messages.getLast().get("payload") == null;
    }

    private List<Map<String, @Nullable Object>> messages(UUID disk) {
        return Sql.asSuperuser("storage").rows(TOLD, "host.desired." + id, "disk/" + disk);
    }

    /** Has done what it was told last of a disk, and says so. */
    public void does(UUID disk) {
        DesiredDisk last = desired(disk).getLast();
        saw(disk, last.generation(), last.present() ? ThingState.RUNNING : ThingState.ABSENT);
    }

    /** Reports what it has made of a desired state. */
    public void saw(UUID disk, long generation, ThingState state) {
        report(new Observation(DesiredDisk.KIND, disk, generation, state, true, 0, 0, null, Instant.now()));
    }

    /** Reports that it cannot do what it was told last. */
    public void fails(UUID disk, String why) {
        long generation = desired(disk).getLast().generation();
        report(new Observation(DesiredDisk.KIND, disk, generation, ThingState.FAILED, false, 0, 0, why, Instant.now()));
    }

    /** Reports all that it holds, which is this disk, of which nobody told it. */
    public void shows(UUID disk) {
        Instant now = Instant.now();
        Observation seen = new Observation(DesiredDisk.KIND, disk, 0, ThingState.RUNNING, false, 0, 0, null, now);
        Broker.tell(keys.signed(new Inventory(id, now, 1, 1, List.of(seen))));
    }

    private void report(Observation seen) {
        Broker.tell(keys.signed(new Observed(id, seen.at(), List.of(seen))));
    }
}
