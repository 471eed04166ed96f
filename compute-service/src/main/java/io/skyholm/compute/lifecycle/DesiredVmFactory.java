package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceSecrets;
import io.skyholm.compute.instance.InstanceSettings;
import io.skyholm.compute.password.InitialPassword;
import io.skyholm.compute.password.Passwords;
import io.skyholm.compute.stackscript.SealedScripts;
import io.skyholm.compute.vm.VirtualMachines.DesiredVmDraft;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import jakarta.inject.Singleton;

/** Makes what a host is told for an instance. What takes time, a password and a script, is made only now. */
@Singleton
class DesiredVmFactory {

    private final Envelope envelope;
    private final SealedScripts scripts;
    private final InstanceSettings settings;

    DesiredVmFactory(Envelope envelope, SealedScripts scripts, InstanceSettings settings) {
        this.envelope = envelope;
        this.scripts = scripts;
        this.settings = settings;
    }

    /** The instance as it is to be now. */
    DesiredVmDraft present(Instance instance, KnownParts parts) {
        givePassword(instance);
        String userData = userData(instance);
        return generation ->
                parts.attachTo(DesiredVmMapper.of(instance, generation, settings.graceSeconds(), userData));
    }

    /** That nothing of it is to be there. */
    DesiredVmDraft absent(Instance instance) {
        return generation -> DesiredVmMapper.of(instance, generation, settings.graceSeconds(), "")
                .absent();
    }

    /** One for each that it has none for; without a key to seal it there is none. */
    private void givePassword(Instance instance) {
        if (instance.password().isEmpty() && envelope.canSeal()) {
            String password = Passwords.next();
            Sealed sealed = envelope.seal(password, InstanceSecrets.PASSWORD.place(instance.tenantId(), instance.id()));
            instance.password(new InitialPassword(sealed, Passwords.hash(password)));
        }
    }

    private String userData(Instance instance) {
        String own = instance.boot().userData();
        return scripts.open(
                        instance.boot().sealedScript(),
                        InstanceSecrets.SCRIPT.place(instance.tenantId(), instance.id()))
                .map(script -> FirstBoot.of(own, script.text()))
                .orElse(own);
    }
}
