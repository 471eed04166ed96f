package io.skyholm.compute.vm;

import io.skyholm.compute.size.Size;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
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

    private static final String FORGET = """
            update virtual_machine set desired_hash = null where id = $1 and desired_present and deleted_at is null""";

    private static final String NEXT_OF_CONSOLE = """
            update virtual_machine set console_generation = console_generation + 1 where id = $1 returning console_generation""";

    private final HostDesiredStates desired;

    VirtualMachines(HostDesiredStates desired) {
        this.desired = desired;
    }

    /** Adds the virtual machine of a new instance. */
    public Uni<Void> add(Work work, VirtualMachine vm, Size size) {
        vm.sized(size);
        return work.insert(vm);
    }

    /** The virtual machine, held against reports until the transaction ends. */
    public Uni<Optional<VirtualMachine>> held(Work work, UUID id) {
        return work.lock(VirtualMachine.class, id);
    }

    /** Whether that is what the host was told last. */
    public static boolean isTold(VirtualMachine vm, @Nullable UUID host, DesiredVmDraft draft) {
        return host != null && host.equals(vm.host()) && hash(draft.at(0)).equals(vm.desiredHash);
    }

    /** Tells the host what it is to run, unless that is what it was told last; true if it was told. */
    public Uni<Boolean> tell(Work work, VirtualMachine vm, Recipient to, DesiredVmDraft draft) {
        UUID host = to.host();
        if (isTold(vm, host, draft)) {
            return Uni.createFrom().item(false);
        }
        DesiredVm state = draft.at(vm.onHost.nextGeneration(host));
        vm.told(to, hash(draft.at(0)), state.present(), work.now());
        vm.sized(new Size(state.cpuCores(), state.memoryGb(), state.storageGb(), state.gpuCount()));
        desired.tell(work, host, to.sealed(state));
        return work.update(vm).replaceWith(true);
    }

    /** Has its host told again what it is to run, also if that is the same. */
    public void resendDesiredState(Work work, UUID id) {
        work.send(FORGET, id);
    }

    /** Takes back what the host was told: it has shown that nothing is left, or is gone itself. */
    public Uni<Void> release(Work work, VirtualMachine vm, HostState host) {
        if (vm.host() == null) {
            return Uni.createFrom().voidItem();
        }
        desired.release(work, new ThingKey(DesiredVm.KIND, vm.id), vm.onHost, host);
        vm.left(work.now());
        return work.update(vm);
    }

    /**
     * The generation of what a host is told next of the machine's console. Whoever has one is alone with the console until the transaction
     * ends, so that a host never keeps what is older.
     */
    public Uni<Long> nextConsoleGeneration(Work work, UUID id) {
        return work.value(Long.class, NEXT_OF_CONSOLE, id).map(Optional::orElseThrow);
    }

    /** It is that tenant's from now on, as its instance is. */
    public Uni<Void> give(Work work, UUID id, UUID tenant) {
        return held(work, id).map(Optional::orElseThrow).chain(vm -> {
            vm.give(tenant, work.now());
            return work.update(vm);
        });
    }

    /** Its instance is gone. */
    public Uni<Void> delete(Work work, VirtualMachine vm) {
        vm.delete(work.now());
        return work.update(vm);
    }

    private static String hash(DesiredVm vm) {
        try {
            byte[] text = EventJson.write(vm).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** A host, and the key with which secrets are encrypted for it; without one it is told them as they are. */
    public record Recipient(UUID host, @Nullable String encryptionKey) {

        private DesiredVm sealed(DesiredVm state) {
            return encryptionKey == null ? state : state.sealedFor(host, encryptionKey);
        }
    }

    /** A desired state that has everything but its generation. */
    @FunctionalInterface
    public interface DesiredVmDraft {

        /** The desired state of that generation. */
        DesiredVm at(long generation);
    }
}
