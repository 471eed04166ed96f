package io.skyholm.events.host;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine as its host shall have it.
 *
 * @param id the virtual machine's id
 * @param graceSeconds how long it may take to shut down by itself before it is made to
 * @param restarts counts the restarts asked for: a host that has seen fewer restarts it once
 * @param builds counts how often its disk was to be made anew from the image
 * @param portIds the ports it is plugged into, the first being that of the default route; each has a desired state of its own
 * @param userData what cloud-init shall do, at first boot and after every build
 * @param passwordHash of root's password, as crypt(3) writes it; another one is set when it next boots
 */
public record DesiredVm(
        UUID id,
        long generation,
        boolean present,
        UUID instanceId,
        UUID tenantId,
        String name,
        @Nullable String hostname,
        VmPower power,
        int graceSeconds,
        long restarts,
        long builds,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable String image,
        List<UUID> portIds,
        @Nullable String userData,
        @Nullable String passwordHash,
        List<String> sshKeys)
        implements DesiredState {

    /** The kind of virtual machines. */
    public static final ThingKind KIND = new ThingKind("VM");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }

    /** The same, plugged into those ports. */
    public DesiredVm withPorts(List<UUID> ports) {
        return with(present, ports, userData, passwordHash, sshKeys);
    }

    /** That nothing of it is to be there: what it booted with is nobody's business any more. */
    public DesiredVm absent() {
        return with(false, List.of(), null, null, List.of());
    }

    private DesiredVm with(
            boolean isPresent,
            List<UUID> ports,
            @Nullable String script,
            @Nullable String password,
            List<String> keys) {
        return new DesiredVm(
                id,
                generation,
                isPresent,
                instanceId,
                tenantId,
                name,
                hostname,
                power,
                graceSeconds,
                restarts,
                builds,
                cpuCores,
                memoryGb,
                storageGb,
                gpuCount,
                image,
                ports,
                script,
                password,
                keys);
    }
}
