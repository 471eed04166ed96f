package io.skyholm.compute.vm;

import io.skyholm.compute.size.Size;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells hosts what to run, each change of it once. */
@Singleton
public class VirtualMachines {

    private final HostDesiredStates desired;

    VirtualMachines(HostDesiredStates desired) {
        this.desired = desired;
    }

    /** Adds the virtual machine of a new instance. */
    public Uni<Void> add(Work work, VirtualMachine machine, Size size) {
        machine.sized(size);
        return work.insert(machine);
    }

    /** The virtual machine, held against reports until the transaction ends. */
    public Uni<Optional<VirtualMachine>> held(Work work, UUID id) {
        return work.lock(VirtualMachine.class, id);
    }

    /** Whether that is what the host was told last. */
    public static boolean isTold(VirtualMachine machine, @Nullable UUID host, DesiredVmDraft draft) {
        return host != null && host.equals(machine.host()) && hash(draft.at(0)).equals(machine.desiredHash);
    }

    /** Tells the host what it is to run, unless that is what it was told last; true if it was told. */
    public Uni<Boolean> tell(Work work, VirtualMachine machine, UUID host, DesiredVmDraft draft) {
        if (isTold(machine, host, draft)) {
            return Uni.createFrom().item(false);
        }
        DesiredVm vm = draft.at(machine.onHost.nextGeneration(host));
        machine.told(host, hash(draft.at(0)), vm.present(), work.now());
        machine.sized(new Size(vm.cpuCores(), vm.memoryGb(), vm.storageGb(), vm.gpuCount()));
        desired.tell(work, host, vm);
        return work.update(machine).replaceWith(true);
    }

    /** Takes back what the host was told: it has shown that nothing is left, or is gone itself. */
    public Uni<Void> withdraw(Work work, VirtualMachine machine) {
        UUID host = machine.host();
        if (host == null) {
            return Uni.createFrom().voidItem();
        }
        desired.withdraw(work, host, new ThingKey(DesiredVm.KIND, machine.id), machine.onHost.desiredGeneration());
        machine.left(work.now());
        return work.update(machine);
    }

    /** Its instance is gone. */
    public Uni<Void> delete(Work work, VirtualMachine machine) {
        machine.delete(work.now());
        return work.update(machine);
    }

    private static String hash(DesiredVm vm) {
        try {
            byte[] text = EventJson.write(vm).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** A desired state that has everything but its generation. */
    @FunctionalInterface
    public interface DesiredVmDraft {

        /** The desired state of that generation. */
        DesiredVm at(long generation);
    }
}
