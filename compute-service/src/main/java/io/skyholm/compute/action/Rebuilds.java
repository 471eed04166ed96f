package io.skyholm.compute.action;

import io.skyholm.compute.instance.InstanceView;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.compute.size.ResolvedSize;
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
        if (!command.asksATemplate()) {
            return Uni.createFrom().item(command);
        }
        UUID template = command.templateId() == null ? present.templateId() : command.templateId();
        return sizes.keeping(caller, present.size(), template, command.templateVersion())
                .map(chosen -> filled(command, chosen));
    }

    private static RebuildInstance filled(RebuildInstance command, ResolvedSize chosen) {
        return new RebuildInstance(
                command.image() == null ? chosen.image() : command.image(),
                command.userData() == null ? chosen.userData() : command.userData(),
                chosen.templateId(),
                chosen.templateVersion());
    }
}
