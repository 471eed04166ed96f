package io.skyholm.compute.vm;

import io.skyholm.compute.size.Size;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.VmWish;
import io.skyholm.runtime.host.HostWishes;
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

/** Tells hosts what to run, each change of a wish once. */
@Singleton
public class VirtualMachines {

    private final HostWishes wishes;

    VirtualMachines(HostWishes wishes) {
        this.wishes = wishes;
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
    public static boolean isTold(VirtualMachine machine, @Nullable UUID host, Wishing wishing) {
        return host != null
                && host.equals(machine.computeMachineId)
                && hash(wishing.at(0)).equals(machine.wishHash);
    }

    /** Tells the host what it shall run, unless that is what it was told last; true if it was told. */
    public Uni<Boolean> tell(Work work, VirtualMachine machine, UUID host, Wishing wishing) {
        String hash = hash(wishing.at(0));
        if (isTold(machine, host, wishing)) {
            return Uni.createFrom().item(false);
        }
        VmWish wish = wishing.at(machine.nextWish(host));
        machine.wished(host, hash, wish.present(), work.now());
        machine.sized(new Size(wish.cpuCores(), wish.memoryGb(), wish.storageGb(), wish.gpuCount()));
        wishes.tell(work, host, wish);
        return work.update(machine).replaceWith(true);
    }

    /** Takes the wish back: the host has shown that nothing is left, or is gone itself. */
    public Uni<Void> withdraw(Work work, VirtualMachine machine) {
        UUID host = machine.computeMachineId;
        if (host == null) {
            return Uni.createFrom().voidItem();
        }
        wishes.withdraw(work, host, new ThingKey(ThingKind.VM, machine.id), machine.wishGeneration);
        machine.left(work.now());
        return work.update(machine);
    }

    /** Its instance is gone. */
    public Uni<Void> delete(Work work, VirtualMachine machine) {
        machine.delete(work.now());
        return work.update(machine);
    }

    private static String hash(VmWish wish) {
        try {
            byte[] text = EventJson.write(wish).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** A wish that has everything but its generation. */
    @FunctionalInterface
    public interface Wishing {

        /** The wish of that generation. */
        VmWish at(long generation);
    }
}
