package io.skyholm.compute.instanceset;

import io.skyholm.compute.action.ParentOperations;
import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.instance.InstanceSpec;
import io.skyholm.compute.instance.Launch;
import io.skyholm.compute.operation.InstanceResult;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a set does as one: a parent operation for the whole, with a child for each member. */
@ApplicationScoped
class SetActions {

    /** In the order of their ids, in which everybody takes them. */
    private static final String MEMBERS =
            "select instance_id from instance_set_member where set_id = $1 order by instance_id limit 500";

    private final Commands commands;
    private final ParentOperations operations;
    private final Launch launch;
    private final Sizes sizes;
    private final Placement placement;
    private final BootImages images;
    private final SetTemplates templates;
    private final InstanceSets sets;

    SetActions(
            Commands commands,
            ParentOperations operations,
            Launch launch,
            Sizes sizes,
            Placement placement,
            BootImages images,
            SetTemplates templates,
            InstanceSets sets) {
        this.commands = commands;
        this.operations = operations;
        this.launch = launch;
        this.sizes = sizes;
        this.placement = placement;
        this.images = images;
        this.templates = templates;
        this.sets = sets;
    }

    Uni<OperationView> act(Call call, UUID id, OperationKind kind) {
        return commands.changeOnce(
                call, new Once(id, kind, null), OperationView.class, work -> sets.inUse(call, work, id)
                        .chain(set -> begin(call, work, set, kind, Duration.ZERO))
                        .call(whole -> eachMember(work, id, whole, call.caller().id()))
                        .map(operations::view));
    }

    private Uni<Void> eachMember(Work work, UUID set, Operation whole, UUID by) {
        return work.values(UUID.class, MEMBERS, set)
                .chain(ids -> Sequentially.of(ids, id -> operations.beginChild(work, whole, id, by)))
                .invoke(results -> {
                    if (results.stream().allMatch(InstanceResult::isRefused)) {
                        throw InstanceSetProblems.empty();
                    }
                })
                .replaceWithVoid();
    }

    Uni<OperationView> launch(Call call, UUID id, LaunchSet command) {
        Once once = new Once(id, OperationKind.LAUNCH_SET, command);
        return templates
                .parts(call.caller(), command)
                .chain(parts -> sized(call, parts))
                .chain(parts -> placement.lookAgain().map(seen -> new Launching(command, parts, seen)))
                .chain(launching ->
                        commands.changeOnce(call, once, OperationView.class, work -> sets.inUse(call, work, id)
                                .chain(set -> launch(call, work, set, launching))));
    }

    private Uni<List<Sized>> sized(Call call, List<SetPart> parts) {
        return Sequentially.of(parts, part -> sizes.choose(call.caller(), part.requested())
                .chain(chosen -> images.of(call.caller(), BootImages.Wanted.NOTHING, part.withTemplate(chosen)))
                .map(chosen -> new Sized(part, chosen)));
    }

    private Uni<OperationView> launch(Call call, Work work, InstanceSet set, Launching launching) {
        UUID by = call.caller().id();
        InstanceSpec.Owner owner =
                new InstanceSpec.Owner(set.tenantId, by, by, call.caller().groups());
        int wait = InstanceSpec.Options.orUsual(launching.command().waitSeconds());
        return begin(call, work, set, OperationKind.LAUNCH_SET, Duration.ofSeconds(wait))
                .call(operation -> Sequentially.of(
                        launching.members(set.id, owner),
                        member -> launch.member(
                                work,
                                member.spec(),
                                new Launch.Membership(operation.id(), member.role()),
                                launching.seen())))
                .map(operations::view);
    }

    private Uni<Operation> begin(Call call, Work work, InstanceSet set, OperationKind kind, Duration more) {
        NewOperation whole = new NewOperation(
                set.tenantId, kind, "INSTANCE_SET", set.id, call.caller().id(), null);
        return operations.begin(work, operations.prepare(whole, Map.of(), more));
    }

    /** What makes two requests one. */
    private record Once(
            UUID setId, OperationKind kind, @Nullable LaunchSet launch) {}

    /** A part of a template, with the size that it comes to. */
    private record Sized(SetPart part, ResolvedLaunch chosen) {}

    /** What is launched. */
    private record Launching(LaunchSet command, List<Sized> parts, Placement.Seen seen) {

        List<NewMember> members(UUID set, InstanceSpec.Owner owner) {
            List<NewMember> members = new ArrayList<>();
            for (Sized sized : parts) {
                for (int number = 1; number <= sized.part().count(); number++) {
                    InstanceSpec spec = sized.part().instance(set, command, sized.chosen(), number, owner);
                    members.add(new NewMember(sized.part().role(), spec));
                }
            }
            return members;
        }
    }

    /** An instance to be created, and what it is in its set. */
    private record NewMember(String role, InstanceSpec spec) {}
}
