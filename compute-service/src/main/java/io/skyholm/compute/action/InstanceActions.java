package io.skyholm.compute.action;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.Instances;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What callers can have instances do. */
@ApplicationScoped
class InstanceActions {

    private final Commands commands;
    private final Instances instances;
    private final ActionStarter starter;
    private final Sizes sizes;
    private final BootImages images;
    private final Rebuilds rebuilds;

    InstanceActions(
            Commands commands,
            Instances instances,
            ActionStarter starter,
            Sizes sizes,
            BootImages images,
            Rebuilds rebuilds) {
        this.commands = commands;
        this.instances = instances;
        this.starter = starter;
        this.sizes = sizes;
        this.images = images;
        this.rebuilds = rebuilds;
    }

    Uni<OperationView> act(Call call, UUID id, OperationKind kind) {
        return beginOnce(call, new Once(id, kind, Map.of()), instance -> plain(call, kind));
    }

    Uni<OperationView> rebuild(Call call, UUID id, RebuildInstance command) {
        Once once = new Once(id, OperationKind.REBUILD, command);
        return instances
                .get(call, id)
                .chain(present -> rebuilds.of(call.caller(), present, command))
                .chain(request -> beginOnce(call, once, instance -> with(call, OperationKind.REBUILD, request)));
    }

    Uni<OperationView> resize(Call call, UUID id, ResizeInstance command) {
        Once once = new Once(id, OperationKind.RESIZE, command);
        return instances
                .get(call, id)
                .chain(present -> sizes.choose(call.caller(), command.size(present))
                        .chain(chosen -> sizes.check(call.caller(), chosen, ResizeInstance.from(present)))
                        .chain(chosen -> images.check(chosen, present.imageVersionId(), present.size())))
                .chain(chosen -> beginOnce(call, once, instance -> resize(call, instance, chosen)));
    }

    private static InstanceAction resize(Call call, Instance instance, ResolvedLaunch chosen) {
        return with(call, OperationKind.RESIZE, ResizeRequest.of(instance, chosen.size(), chosen.planId()));
    }

    /** Asking twice for an end changes nothing: neither of the following needs a key to be safe. */
    Uni<OperationView> delete(Call call, UUID id) {
        return commands.change(call, work -> begin(call, work, id, instance -> plain(call, OperationKind.DELETE)));
    }

    Uni<OperationView> undelete(Call call, UUID id) {
        return commands.change(call, work -> begin(call, work, id, instance -> plain(call, OperationKind.UNDELETE)));
    }

    private Uni<OperationView> beginOnce(Call call, Once once, Chooser chooser) {
        return commands.changeOnce(call, once, OperationView.class, work -> begin(call, work, once.id(), chooser));
    }

    private Uni<OperationView> begin(Call call, Work work, UUID id, Chooser chooser) {
        return Instances.held(call, work, id)
                .chain(instance -> starter.beginPaid(work, instance, chooser.choose(instance)));
    }

    private static InstanceAction plain(Call call, OperationKind kind) {
        return InstanceAction.of(kind, call.caller().id());
    }

    private static InstanceAction with(Call call, OperationKind kind, Object request) {
        return new InstanceAction(kind, call.caller().id(), null, request);
    }

    /** What makes two requests one. */
    private record Once(UUID id, OperationKind kind, Object request) {}

    /** Chooses, or refuses, when the instance is held. */
    private interface Chooser {
        InstanceAction choose(Instance instance);
    }
}
