package io.skyholm.identity.sshkey;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.SshKeyEvents;
import io.skyholm.events.identity.SshKeyFact;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with SSH keys: everybody keeps their own, and who manages keeps others'. */
@Startup
@ApplicationScoped
class SshKeys {

    private static final String OWNER =
            "select id as user_id, tenant_id from app_user where id = $1 and status <> 'DELETED' for share";

    private final Commands commands;
    private final Aggregate<SshKey, SshKeyView, SshKeyFact> keys;

    SshKeys(Commands commands, Aggregates aggregates) {
        this.commands = commands;
        this.keys = aggregates
                .of("SSH key", SshKey.class, SshKeyView.class, SshKeyEvents.TYPES)
                .counted(CountedKind.SSH_KEYS)
                .explaining(SshKeyProblems.CONFLICTS);
    }

    Uni<SshKeyView> add(Call call, AddSshKey command) {
        PublicKey key = PublicKey.parse(command.publicKey());
        UUID userId = command.owner(call.caller());
        return commands.changeOnce(call, command, SshKeyView.class, work -> owner(work, userId)
                .map(owner -> new SshKey(owner, command.name(), key, keys.created(call)))
                .chain(added -> keys.insert(work, SshKeyEvents.CREATED, added)));
    }

    Uni<SshKeyView> delete(Call call, UUID id) {
        return commands.change(call, work -> keys.locked(call, work, id)
                .invoke(key -> SshKeyAccess.checkKept(call.caller(), key.userId))
                .chain(key -> keys.delete(call, work, SshKeyEvents.DELETED, key)));
    }

    /** They go with their user. */
    @Produces
    @Singleton
    DataHolder ofDeletedUser() {
        return OwnedAggregates.ofUser(SETTINGS, "SSH keys", keys, SshKeyEvents.DELETED);
    }

    Uni<SshKeyView> get(Call call, UUID id) {
        return keys.get(call, id).invoke(key -> SshKeyAccess.checkKept(call.caller(), key.userId()));
    }

    Uni<Page<SshKeyView>> list(Call call, SshKeyFilter filter, ListPart page) {
        Caller caller = call.caller();
        ListQuery query = keys.query()
                .inScope(caller.scope())
                .where("user_id = ?", SshKeyAccess.only(caller))
                .matching(filter);
        return keys.page(call, query, page);
    }

    private static Uni<Owner> owner(Work work, UUID userId) {
        return work.find(Owner.class, OWNER, userId).map(found -> found.orElseThrow(SshKeyProblems::userNotFound));
    }
}
