package io.skyholm.compute.vm;

import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostedKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Virtual machines as things on hosts: their rows take what hosts report, and their instances are woken. */
@Singleton
class VmsOnHosts implements HostedKind {

    /** A {@link VirtualMachineStatus}: that which its host reported last, whatever is being done to it meanwhile. */
    private static final String STATUS = """
            , status = case told.last_state when 'FAILED' then 'ERROR' else coalesce(told.last_state, thing.status) end,
                updated_at = calendar_now()""";

    private final InstanceWaker instances;

    VmsOnHosts(InstanceWaker instances) {
        this.instances = instances;
    }

    @Override
    public ThingKind kind() {
        return DesiredVm.KIND;
    }

    @Override
    public String table() {
        return "virtual_machine";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentVm.class;
    }

    @Override
    public String owner() {
        return "instance_id";
    }

    @Override
    public String alsoSet() {
        return STATUS;
    }

    @Override
    public void changed(Work work, UUID instance, boolean isDesired) {
        instances.remind(work, instance);
    }
}
