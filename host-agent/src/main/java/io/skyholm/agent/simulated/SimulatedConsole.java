package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a machine would have written to its console, had it run. */
final class SimulatedConsole {

    private static final String END = "\n[  100.000000] reboot: Power down\n";

    private SimulatedConsole() {}

    /** The last of it, so many bytes at most. One that was defined and never started cannot be told from one that has stopped. */
    static byte[] log(Machine machine, int most) {
        String boot =
                """
                [    0.000000] Linux version 6.1.0-simulated
                [    0.000000] Command line: console=ttyS0
                [    0.112000] smp: Brought up 1 node, %d CPUs
                [    0.318000] Memory: %dK available
                [    1.204000] Run /sbin/init as init process

                %s login:\s""".formatted(machine.size().cpuCores(), (long) machine.size().memoryGb() << 20, machine.name());
        String written = machine.state() == MachineState.STOPPED ? boot + END : boot;
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - most), bytes.length);
    }
}
