package io.skyholm.compute.action;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.instance.InstanceView;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Sizes;
import io.skyholm.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds out what a disk is made anew from; the instance keeps its size. */
@Singleton
class Rebuilds {

    private final Sizes sizes;
    private final BootImages images;

    Rebuilds(Sizes sizes, BootImages images) {
        this.sizes = sizes;
        this.images = images;
    }

    /** What was asked for, together with what the template says of it that is asked. */
    Uni<RebuildInstance> of(Caller caller, InstanceView present, RebuildInstance command) {
        return chosen(caller, present, command)
                .chain(chosen -> images.of(caller, command.bootsFrom(), chosen))
                .call(chosen -> images.checkOwner(chosen.imageVersionId(), present.tenantId()))
                .map(chosen -> filled(command, chosen));
    }

    private Uni<ResolvedLaunch> chosen(Caller caller, InstanceView present, RebuildInstance command) {
        if (!command.asksATemplate()) {
            return Uni.createFrom().item(new ResolvedLaunch(present.size(), null, null, null, null, null, null));
        }
        UUID template = command.templateId() == null ? present.templateId() : command.templateId();
        return sizes.keeping(caller, present.size(), template, command.templateVersion());
    }

    private static RebuildInstance filled(RebuildInstance command, ResolvedLaunch chosen) {
        return new RebuildInstance(
                command.image() == null ? chosen.image() : command.image(),
                chosen.imageVersionId(),
                command.userData() == null ? chosen.userData() : command.userData(),
                chosen.templateId(),
                chosen.templateVersion());
    }
}
