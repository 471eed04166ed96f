package io.skyholm.events.host;

import io.skyholm.events.EventJson;
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
 * @param bootDiskId the disk that it boots from, which has a desired state of its own; null where it has none of its own
 * @param bootDiskLimits how fast it may use that disk; null for as fast as it can
 * @param portIds the ports it is plugged into, the first being that of the default route; each has a desired state of its own
 * @param userData what cloud-init shall do, at first boot and after every build
 * @param passwordHash of root's password, as crypt(3) writes it; another one is set when it next boots
 * @param sealedSecrets user data and password, encrypted for this host; then they are not beside it
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
        @Nullable UUID bootDiskId,
        @Nullable IoLimits bootDiskLimits,
        List<UUID> portIds,
        @Nullable String userData,
        @Nullable String passwordHash,
        List<String> sshKeys,
        @Nullable String sealedSecrets)
        implements DesiredState {

    /** The kind of virtual machines. */
    public static final ThingKind KIND = new ThingKind("VM");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }

    /** That nothing is to be there of a virtual machine of which no more is known than whose it is, and what it takes of its host. */
    public static DesiredVm absent(
            UUID id,
            long generation,
            UUID instanceId,
            UUID tenantId,
            String name,
            int cpuCores,
            int memoryGb,
            int storageGb,
            int gpuCount) {
        return new DesiredVm(
                id,
                generation,
                false,
                instanceId,
                tenantId,
                name,
                null,
                VmPower.STOPPED,
                0,
                0,
                0,
                cpuCores,
                memoryGb,
                storageGb,
                gpuCount,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    /** The same, plugged into those ports. */
    public DesiredVm withPorts(List<UUID> ports) {
        return with(present, bootDiskId, ports, new Secrets(userData, passwordHash), sshKeys, sealedSecrets);
    }

    /** The same, which boots from that disk. */
    public DesiredVm withBootDisk(UUID disk) {
        return with(present, disk, portIds, new Secrets(userData, passwordHash), sshKeys, sealedSecrets);
    }

    /** What nobody but its host may read of it. */
    public record Secrets(
            @Nullable String userData, @Nullable String passwordHash) {

        private static final Secrets NONE = new Secrets(null, null);

        /** Says nothing of them. */
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /** The same, of which that host alone can read what is secret; a machine without secrets stays as it is. */
    public DesiredVm sealedFor(UUID host, String hostKey) {
        if (userData == null && passwordHash == null) {
            return this;
        }
        String secrets = EventJson.write(new Secrets(userData, passwordHash));
        return with(present, bootDiskId, portIds, Secrets.NONE, sshKeys, HostSeal.seal(hostKey, place(host), secrets));
    }

    /** Where what is sealed in it belongs. */
    public HostSeal.Place place(UUID host) {
        return new HostSeal.Place(host, key(), generation);
    }

    /** The same with what was sealed in it. */
    public DesiredVm with(Secrets opened) {
        return with(present, bootDiskId, portIds, opened, sshKeys, null);
    }

    /** That nothing of it is to be there: what it booted with is nobody's business any more. */
    public DesiredVm absent() {
        return with(false, null, List.of(), Secrets.NONE, List.of(), null);
    }

    private DesiredVm with(
            boolean isPresent,
            @Nullable UUID bootDisk,
            List<UUID> ports,
            Secrets secrets,
            List<String> keys,
            @Nullable String sealed) {
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
                bootDisk,
                isPresent ? bootDiskLimits : null,
                ports,
                secrets.userData(),
                secrets.passwordHash(),
                keys,
                sealed);
    }
}
