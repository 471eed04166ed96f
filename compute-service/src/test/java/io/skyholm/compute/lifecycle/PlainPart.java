package io.skyholm.compute.lifecycle;

import io.skyholm.compute.part.Part;
import io.skyholm.events.host.DesiredVm;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of any name: all that another part needs. */
record PlainPart(String name) implements Part {

    @Override
    public String column() {
        return "select null::text where $1::uuid is null";
    }

    @Override
    public Report read(@Nullable String column) {
        return Report.NONE;
    }

    @Override
    public DesiredVm attach(DesiredVm vm, Report report) {
        List<UUID> ports = new ArrayList<>(vm.portIds());
        ports.addAll(report.attachments());
        return vm.withPorts(ports);
    }
}
