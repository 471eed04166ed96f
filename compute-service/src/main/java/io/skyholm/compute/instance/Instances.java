package io.skyholm.compute.instance;

import io.skyholm.compute.operation.OperationView;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.size.Chosen;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with instances. */
@ApplicationScoped
class Instances {

    private static final String OWNER = "select tenant_id from known_user where id = $1 and status <> 'DELETED'";

    private final Commands commands;
    private final InstanceStore store;
    private final InstancePublisher publisher;
    private final Sizes sizes;
    private final Placement placement;
    private final Launch launch;
    private final Acts acts;
    private final ScriptData scripts;
    private final Rebuilds rebuilds;

    Instances(
            Commands commands,
            InstanceStore store,
            InstancePublisher publisher,
            Sizes sizes,
            Placement placement,
            Launch launch,
            Acts acts,
            ScriptData scripts,
            Rebuilds rebuilds) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.sizes = sizes;
        this.placement = placement;
        this.launch = launch;
        this.acts = acts;
        this.scripts = scripts;
        this.rebuilds = rebuilds;
    }

    Uni<OperationView> create(Call call, CreateInstance command) {
        if (command.affinity() != null && command.instanceSetId() == null) {
            throw InstanceProblems.affinityWithoutSet();
        }
        return sizes.choose(call.caller(), command.size()).chain(chosen -> scripts.of(call.caller(), command)
                .chain(script -> create(call, command, new Furniture(chosen, script.orElse(null)))));
    }

    private Uni<OperationView> create(Call call, CreateInstance command, Furniture furniture) {
        return placement
                .look()
                .chain(seen -> commands.changeOnce(call, command, OperationView.class, work -> whom(call, work, command)
                        .map(whom -> new Start(
                                command,
                                whom.tenantId(),
                                whom.userId(),
                                whom.by(),
                                furniture.chosen(),
                                furniture.script()))
                        .chain(start -> launch.one(work, start, null, seen))));
    }

    private static Uni<Launch.For> whom(Call call, Work work, CreateInstance command) {
        UUID caller = call.caller().id();
        UUID user = command.userId() == null ? caller : command.userId();
        if (user.equals(caller)) {
            return Uni.createFrom().item(new Launch.For(call.caller().tenantId(), user, caller));
        }
        if (!call.caller().may(new Permission(ResourceType.INSTANCE, Action.MANAGE))) {
            throw InstanceProblems.noSuchUser();
        }
        return work.query(OWNER, user).map(rows -> {
            if (!rows.hasNext()) {
                throw InstanceProblems.noSuchUser();
            }
            return new Launch.For((UUID) rows.next()[0], user, caller);
        });
    }

    Uni<InstanceView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(InstanceProblems::notFound));
    }

    Uni<Page<InstanceView>> list(Call call, InstanceFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(found -> Page.of(found, page, InstanceView::id));
    }

    Uni<InstanceView> change(Call call, UUID id, ChangeInstance command) {
        Instant now = Instant.now();
        return commands.change(call, work -> held(call, work, id).chain(instance -> {
                    command.applyTo(instance, now);
                    instance.changed(call.caller().id(), now);
                    publisher.publish(work, InstanceEvents.CHANGED, instance);
                    return work.update(instance);
                }))
                .chain(() -> get(call, id));
    }

    Uni<OperationView> act(Call call, UUID id, OperationKind kind) {
        Act act = Act.of(kind, call.caller().id());
        return commands.changeOnce(call, new Once(id, kind, Map.of()), OperationView.class, work -> held(call, work, id)
                .chain(instance -> acts.begin(work, instance, act)));
    }

    Uni<OperationView> rebuild(Call call, UUID id, RebuildInstance command) {
        Once once = new Once(id, OperationKind.REBUILD, command);
        UUID by = call.caller().id();
        return get(call, id)
                .chain(present -> rebuilds.of(call.caller(), present, command))
                .map(request -> new Act(OperationKind.REBUILD, by, null, request))
                .chain(act -> commands.changeOnce(call, once, OperationView.class, work -> held(call, work, id)
                        .chain(instance -> acts.begin(work, instance, act))));
    }

    Uni<OperationView> delete(Call call, UUID id) {
        Act act = Act.of(OperationKind.DELETE, call.caller().id());
        return commands.change(call, work -> held(call, work, id).chain(instance -> {
            if (instance.deletionProtection) {
                throw InstanceProblems.isProtected();
            }
            return acts.begin(work, instance, act);
        }));
    }

    Uni<OperationView> undelete(Call call, UUID id) {
        Act act = Act.of(OperationKind.UNDELETE, call.caller().id());
        return commands.change(call, work -> held(call, work, id).chain(instance -> {
            if (!instance.isUndeletable(Instant.now())) {
                throw InstanceProblems.notToUndelete();
            }
            return acts.begin(work, instance, act);
        }));
    }

    Uni<OperationView> resize(Call call, UUID id, ResizeInstance command) {
        return get(call, id).chain(present -> sizes.choose(call.caller(), command.wish(present))
                .chain(chosen -> sizes.check(call.caller(), chosen, ResizeInstance.from(present)))
                .chain(chosen -> commands.changeOnce(
                        call, new Once(id, OperationKind.RESIZE, command), OperationView.class, work -> held(
                                        call, work, id)
                                .chain(instance -> resize(call, work, instance, chosen)))));
    }

    private Uni<OperationView> resize(Call call, Work work, Instance instance, Chosen chosen) {
        if (chosen.size().equals(instance.size())) {
            throw InstanceProblems.sameSize();
        }
        ResizeRequest request = new ResizeRequest(chosen.size(), instance.size(), chosen.planId(), instance.planId);
        return acts.begin(
                work, instance, new Act(OperationKind.RESIZE, call.caller().id(), null, request));
    }

    /** The instance, held against others until the transaction ends. */
    private static Uni<Instance> held(Call call, Work work, UUID id) {
        return work.lock(Instance.class, id)
                .map(found -> found.filter(instance -> !instance.isDeleted()).orElseThrow(InstanceProblems::notFound))
                .invoke(instance -> call.requireMatch(instance.generation));
    }

    /** What comes with a size, and the script that runs first. */
    private record Furniture(Chosen chosen, @Nullable String script) {}

    /** What makes two requests one. */
    private record Once(UUID id, OperationKind kind, Object request) {}
}
