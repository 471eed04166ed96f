package io.skyholm.compute.instance;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Sizes;
import io.skyholm.compute.sshkey.SshKeyStore;
import io.skyholm.compute.stackscript.RenderedScript;
import io.skyholm.compute.stackscript.SealedScripts;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with instances that takes no operation, and how they create one. */
@ApplicationScoped
public class Instances {

    private static final String OWNER = "select tenant_id from known_user where id = $1 and status <> 'DELETED'";

    private final Commands commands;
    private final InstanceStore store;
    private final InstancePublisher publisher;
    private final Sizes sizes;
    private final BootImages images;
    private final Placement placement;
    private final InstanceWaker waker;
    private final Launch launch;
    private final SealedScripts scripts;
    private final SshKeyStore keys;

    Instances(
            Commands commands,
            InstanceStore store,
            InstancePublisher publisher,
            Sizes sizes,
            BootImages images,
            Placement placement,
            InstanceWaker waker,
            Launch launch,
            SealedScripts scripts,
            SshKeyStore keys) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.sizes = sizes;
        this.images = images;
        this.placement = placement;
        this.waker = waker;
        this.launch = launch;
        this.scripts = scripts;
        this.keys = keys;
    }

    Uni<OperationView> create(Call call, CreateInstance command) {
        if (command.affinity() != null && command.instanceSetId() == null) {
            throw InstanceProblems.affinityWithoutSet();
        }
        command.checkGuards(call.caller());
        return resolve(call, command)
                .chain(resolved -> commands.changeOnce(
                        call, command, OperationView.class, work -> create(call, work, command, resolved)));
    }

    private Uni<OperationView> create(Call call, Work work, CreateInstance command, Resolved resolved) {
        return owner(call, work, command.userId())
                .map(owner -> spec(command, owner, resolved))
                .chain(spec -> launch.one(work, spec, resolved.seen()));
    }

    /** The id is given before the instance is made, since its script is sealed for the row of that id. */
    private InstanceSpec spec(CreateInstance command, InstanceSpec.Owner owner, Resolved resolved) {
        UUID id = Ids.next();
        String sealed = resolved.script()
                .map(script -> scripts.seal(script, InstanceSecrets.SCRIPT.place(owner.tenantId(), id)))
                .orElse(null);
        return command.spec(id, owner, resolved.chosen(), new BootSource.Named(sealed, resolved.keys()));
    }

    /** What is read before the transaction begins: each of these takes a connection of its own. */
    private Uni<Resolved> resolve(Call call, CreateInstance command) {
        return chosen(call.caller(), command).chain(chosen -> scripts.of(
                        call.caller(), command.stackScriptId(), command.stackScriptData())
                .chain(script -> keys.of(call.caller(), command.sshKeyIds()).chain(found -> placement
                        .lookFor(command.placement().demand(chosen.size()))
                        .map(seen -> new Resolved(chosen, script, found, seen)))));
    }

    private Uni<ResolvedLaunch> chosen(Caller caller, CreateInstance command) {
        return images.complete(caller, command.bootsFrom(), command.size())
                .chain(size -> sizes.choose(caller, size))
                .chain(chosen -> images.of(caller, command.bootsFrom(), chosen));
    }

    /** Whose the instance is to be: the caller's, or another user's for whom the caller may create instances. */
    private static Uni<InstanceSpec.Owner> owner(Call call, Work work, @Nullable UUID userId) {
        Caller caller = call.caller();
        UUID user = userId == null ? caller.id() : userId;
        if (user.equals(caller.id())) {
            return Uni.createFrom().item(new InstanceSpec.Owner(caller.tenantId(), user, user, caller.groups()));
        }
        if (!caller.may(new Permission(ResourceType.INSTANCE, Action.MANAGE))) {
            throw InstanceProblems.noSuchUser();
        }
        return work.value(UUID.class, OWNER, user)
                .map(tenant -> new InstanceSpec.Owner(
                        tenant.orElseThrow(InstanceProblems::noSuchUser), user, caller.id(), caller.groups()));
    }

    /** The instance as the caller may see it. */
    public Uni<InstanceView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(InstanceProblems::notFound));
    }

    Uni<Page<InstanceView>> list(Call call, InstanceFilter filter, ListPart page) {
        return store.list(call.caller().scope(), filter, page);
    }

    Uni<InstanceView> change(Call call, UUID id, ChangeInstance command) {
        return commands.change(call, work -> held(call, work, id).chain(instance -> {
                    if (instance.isBeingTransferred()) {
                        throw InstanceProblems.isBeingTransferred();
                    }
                    instance.change(command, work.now());
                    publisher.changed(
                            work,
                            InstanceEvents.CHANGED,
                            instance,
                            call.caller().id());
                    waker.wake(work, id);
                    return work.update(instance);
                }))
                .chain(() -> get(call, id));
    }

    /** The instance, held against others until the transaction ends, if it is as the caller last saw it. */
    public static Uni<Instance> held(Call call, Work work, UUID id) {
        return held(work, id).invoke(instance -> call.requireMatch(instance.revision.generation()));
    }

    /** The instance, held against others until the transaction ends. */
    public static Uni<Instance> held(Work work, UUID id) {
        return work.lock(Instance.class, id)
                .map(found -> found.filter(instance -> !instance.isDeleted()).orElseThrow(InstanceProblems::notFound));
    }

    /** What a command comes to, and the machines among which it may choose. */
    private record Resolved(
            ResolvedLaunch chosen, Optional<RenderedScript> script, List<String> keys, Placement.Seen seen) {}
}
