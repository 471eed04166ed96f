package io.skyholm.compute.instance;

import io.skyholm.compute.password.Passwords;
import io.skyholm.compute.size.Size;
import io.skyholm.compute.vm.VirtualMachines.Wishing;
import io.skyholm.events.host.VmWish;
import io.skyholm.secrets.Envelope;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what a host shall run for an instance. */
@Singleton
class WishMaker {

    private final Envelope envelope;
    private final ScriptData scripts;
    private final InstanceSettings settings;

    WishMaker(Envelope envelope, ScriptData scripts, InstanceSettings settings) {
        this.envelope = envelope;
        this.scripts = scripts;
        this.settings = settings;
    }

    /** The wish for the instance as it shall be now. */
    Wishing presence(Situation situation) {
        Instance instance = situation.instance;
        giveAPassword(instance);
        List<UUID> ports = situation.network.portIds();
        String userData = firstBoot(instance);
        return generation -> wish(instance, generation, ports, userData);
    }

    /** The wish that nothing of it be there. */
    Wishing absence(Instance instance) {
        return generation -> {
            VmWish wish = wish(instance, generation, List.of(), "");
            return new VmWish(
                    wish.id(),
                    generation,
                    false,
                    wish.instanceId(),
                    wish.tenantId(),
                    wish.name(),
                    wish.hostname(),
                    wish.power(),
                    wish.graceSeconds(),
                    wish.restarts(),
                    wish.builds(),
                    wish.cpuCores(),
                    wish.memoryGb(),
                    wish.storageGb(),
                    wish.gpuCount(),
                    wish.image(),
                    List.of(),
                    null,
                    null,
                    List.of());
        };
    }

    /** Made once, when the host first hears of it; without a key to seal it there is none. */
    private void giveAPassword(Instance instance) {
        if (instance.password != null || !envelope.canSeal()) {
            return;
        }
        String password = Passwords.next();
        instance.password = new FirstPassword(envelope.seal(password), Passwords.hash(password));
    }

    private String firstBoot(Instance instance) {
        String own = instance.origin.userData == null ? "" : instance.origin.userData;
        return scripts.open(instance.origin.stackScriptData)
                .map(script -> FirstBoot.of(own, script.text()))
                .orElse(own);
    }

    private VmWish wish(Instance instance, long generation, List<UUID> ports, @Nullable String userData) {
        Size size = instance.size();
        return new VmWish(
                instance.virtualMachineId,
                generation,
                true,
                instance.id,
                instance.tenantId,
                instance.name,
                instance.hostname,
                instance.power,
                settings.graceSeconds(),
                instance.restarts,
                instance.builds,
                size.cpuCores(),
                size.memoryGb(),
                size.storageGb(),
                size.gpuCount(),
                instance.origin.image,
                ports,
                userData == null || userData.isEmpty() ? null : userData,
                instance.password == null ? null : instance.password.hash(),
                List.of(instance.origin.sshKeys));
    }
}
