package io.skyholm.compute.instance;

import io.skyholm.compute.size.Chosen;
import io.skyholm.compute.size.SizeWish;
import io.skyholm.compute.size.Sizes;
import io.skyholm.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds out what a disk is made anew from; the instance keeps its size. */
@Singleton
class Rebuilds {

    private final Sizes sizes;

    Rebuilds(Sizes sizes) {
        this.sizes = sizes;
    }

    /** What was asked for, together with what the template says of it that is asked. */
    Uni<RebuildInstance> of(Caller caller, InstanceView present, RebuildInstance command) {
        return command.asksATemplate()
                ? sizes.choose(caller, wish(present, command)).map(chosen -> filled(command, chosen))
                : Uni.createFrom().item(command);
    }

    private static SizeWish wish(InstanceView present, RebuildInstance command) {
        UUID template = command.templateId() == null ? present.templateId() : command.templateId();
        return new SizeWish(
                null,
                template,
                command.templateVersion(),
                present.cpuCores(),
                present.memoryGb(),
                present.storageGb(),
                present.gpuCount());
    }

    private static RebuildInstance filled(RebuildInstance command, Chosen chosen) {
        return new RebuildInstance(
                command.image() == null ? chosen.image() : command.image(),
                command.userData() == null ? chosen.userData() : command.userData(),
                chosen.templateId(),
                chosen.templateVersion());
    }
}
