package io.skyholm.compute.vm;

import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.Answers;
import java.time.Instant;
import java.util.UUID;

/** Virtual machines as hosts were told of them and saw them, for tests without hosts. */
public final class HostViews {

    private HostViews() {}

    /** The host was told, and has not answered. */
    public static void told(VirtualMachine vm, UUID host, boolean present) {
        vm.told(new VirtualMachines.Recipient(host, null), "as told", present, Instant.now());
    }

    /** The host has answered to what it was told last. */
    public static void seen(VirtualMachine vm, ThingState state, boolean settled) {
        Answers.to(vm.onHost, state, settled);
    }
}
