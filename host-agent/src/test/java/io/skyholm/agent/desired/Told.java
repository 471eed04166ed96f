package io.skyholm.agent.desired;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record on a host's topic.
 *
 * @param then what is on the host when it has done what it was told
 */
record Told(DesiredVm of, @Nullable String value, long generation, Optional<Machine> then) {

    static Told desired(DesiredVm desired, Optional<Machine> then) {
        return new Told(desired, EventJson.write(desired), desired.generation(), then);
    }

    static Told tombstone(DesiredVm last, Optional<Machine> then) {
        return new Told(last, null, last.generation(), then);
    }

    /** As platforms wrote it that knew no generation of tombstones. */
    static Told tombstoneWithoutGeneration(DesiredVm last, Optional<Machine> then) {
        return new Told(last, null, 0, then);
    }

    static Optional<Machine> machine(DesiredVm desired, MachineState state) {
        return Optional.of(Machine.of(desired).in(state));
    }

    static Optional<Machine> nothing() {
        return Optional.empty();
    }

    /** Whether that is all that is on the host. */
    boolean isDone(Optional<Machine> seen) {
        return seen.map(Told::known).equals(then.map(Told::known));
    }

    ConsumerRecord<String, String> at(long offset) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(EventHeader.GENERATION.key(), Long.toString(generation).getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "topic",
                0,
                offset,
                offset,
                TimestampType.CREATE_TIME,
                0,
                0,
                of.key().text(),
                value,
                headers,
                Optional.empty());
    }

    private static Known known(Machine machine) {
        return new Known(machine.generation(), machine.state(), machine.size());
    }

    private record Known(long generation, MachineState state, MachineSize size) {}
}
