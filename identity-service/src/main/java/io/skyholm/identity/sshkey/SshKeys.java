package io.skyholm.identity.sshkey;

import static io.skyholm.events.access.Action.MANAGE;
import static io.skyholm.events.access.ResourceType.SSH_KEY;

import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.SshKeyEvents;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What can be done with SSH keys: everybody keeps their own, and who manages keeps others'. */
@ApplicationScoped
class SshKeys {

    private static final Permission KEEP_OTHERS = new Permission(SSH_KEY, MANAGE);
    private static final String TENANT =
            "select tenant_id from app_user where id = $1 and status <> 'DELETED' for share";

    private final Commands commands;
    private final SshKeyStore store;
    private final SshKeyPublisher publisher;

    SshKeys(Commands commands, SshKeyStore store, SshKeyPublisher publisher) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
    }

    Uni<SshKeyView> add(Call call, AddSshKey command) {
        PublicKey key = PublicKey.parse(command.publicKey());
        UUID userId = command.userId() == null ? call.caller().id() : command.userId();
        if (!keeps(call.caller(), userId)) {
            throw SshKeyProblems.userNotFound();
        }
        return commands.changeOnce(call, command, SshKeyView.class, work -> owner(work, userId)
                        .map(owner -> new SshKey(
                                Ids.next(),
                                owner,
                                command.name(),
                                key,
                                call.caller().id(),
                                Instant.now()))
                        .chain(added -> insert(work, added)))
                .onFailure()
                .transform(SshKeyProblems::explain);
    }

    private Uni<SshKeyView> insert(Work work, SshKey key) {
        publisher.publish(work, SshKeyEvents.CREATED, key);
        return work.insert(key).replaceWith(() -> SshKeyView.of(key));
    }

    Uni<SshKeyView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(key -> {
            key.delete(call.caller().id(), Instant.now());
            publisher.publish(work, SshKeyEvents.DELETED, key);
            return work.update(key).replaceWith(() -> SshKeyView.of(key));
        }));
    }

    Uni<SshKeyView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id)
                .map(found ->
                        found.filter(key -> keeps(call.caller(), key.userId())).orElseThrow(SshKeyProblems::notFound));
    }

    Uni<Page<SshKeyView>> list(Call call, SshKeyFilter filter, PageRequest page) {
        Caller caller = call.caller();
        UUID only = caller.may(KEEP_OTHERS) ? null : caller.id();
        return store.list(caller.scope(), filter, only, page).map(keys -> Page.of(keys, page, SshKeyView::id));
    }

    private static Uni<Owner> owner(Work work, UUID userId) {
        return work.query(TENANT, userId).map(found -> {
            if (!found.hasNext()) {
                throw SshKeyProblems.userNotFound();
            }
            return new Owner(userId, (UUID) found.next()[0]);
        });
    }

    private static Uni<SshKey> locked(Call call, Work work, UUID id) {
        return work.lock(SshKey.class, id)
                .map(found -> found.filter(key -> !key.isDeleted() && keeps(call.caller(), key.userId))
                        .orElseThrow(SshKeyProblems::notFound))
                .invoke(key -> call.requireMatch(key.generation));
    }

    private static boolean keeps(Caller caller, UUID userId) {
        return caller.id().equals(userId) || caller.may(KEEP_OTHERS);
    }
}
