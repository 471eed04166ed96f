package io.skyholm.identity.session;

import io.skyholm.identity.keycloak.Directory;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done with sessions; one's own need no permission, but of keys. */
@ApplicationScoped
public class Sessions {

    private final Commands commands;
    private final TenantTransaction transactions;
    private final SessionStore store;
    private final SessionRecords records;
    private final Directory directory;
    private final SessionUsers users;

    Sessions(
            Commands commands,
            TenantTransaction transactions,
            SessionStore store,
            SessionRecords records,
            Directory directory,
            SessionUsers users) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.records = records;
        this.directory = directory;
        this.users = users;
    }

    Uni<Page<SessionView>> list(Call call, SessionFilter filter, ListPart page) {
        SessionAccess.checkSees(call.caller());
        return store.list(call.caller().scope(), SessionAccess.only(call.caller()), filter, page);
    }

    Uni<SessionView> get(Call call, UUID id) {
        SessionAccess.checkSees(call.caller());
        return seen(call, id);
    }

    private Uni<SessionView> seen(Call call, UUID id) {
        return store.find(call.caller().scope(), id)
                .map(found -> found.filter(session -> SessionAccess.isVisible(call.caller(), session.userId()))
                        .orElseThrow(SessionProblems::notFound));
    }

    /** Ends it in the directory first: whoever is told that it has ended can rely on it. */
    Uni<SessionView> end(Call call, UUID id) {
        SessionAccess.checkEnds(call.caller());
        return seen(call, id).chain(session -> {
            SessionAccess.checkMayEnd(call.caller(), session.userId());
            call.requireMatch(session.generation());
            return inDirectory(call, session.userId(), () -> directory.endSession(session.userId(), id))
                    .chain(() -> commands.change(call, work -> work.lock(Session.class, id)
                            .map(found -> found.orElseThrow(SessionProblems::notFound))
                            .call(locked -> records.end(work, locked, RealTime.now()))
                            .map(SessionView::of)));
        });
    }

    /** Ends all of a user, or of the caller. */
    Uni<EndedSessions> endAll(Call call, @Nullable UUID wanted) {
        SessionAccess.checkEnds(call.caller());
        UUID userId = wanted == null ? call.caller().id() : wanted;
        return checkSeen(call, userId)
                .invoke(() -> SessionAccess.checkMayEnd(call.caller(), userId))
                .chain(() -> inDirectory(call, userId, () -> directory.endSessions(userId)))
                .chain(() -> commands.change(call, work -> records.allEnded(work, userId, RealTime.now())))
                .map(ended -> new EndedSessions(userId, ended));
    }

    private Uni<Void> checkSeen(Call call, UUID userId) {
        if (SessionAccess.isOwn(call.caller(), userId)) {
            return Uni.createFrom().voidItem();
        }
        return users.areSeen(call.caller().scope(), userId)
                .invoke(known -> {
                    if (!known) {
                        throw SessionProblems.userNotFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Should this end between the directory and our row, the reconciler finds the session gone and says so. */
    private Uni<Void> inDirectory(Call call, UUID userId, Supplier<Uni<Void>> ending) {
        if (call.conditions().dryRun()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .change(call.cause(), work -> records.lookSoon(work, userId))
                .chain(ending::get)
                .onFailure()
                .transform(SessionProblems::explainDirectory);
    }
}
