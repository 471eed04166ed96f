package io.skyholm.compute.join;

import io.skyholm.compute.pool.Pools;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with join tokens. */
@ApplicationScoped
public class JoinTokens {

    private static final String KNOWN = "select 1 from join_token where token_hash = $1";

    private final Commands commands;
    private final JoinTokenStore store;
    private final Pools pools;
    private final CalendarClock clock;

    JoinTokens(Commands commands, JoinTokenStore store, Pools pools, CalendarClock clock) {
        this.clock = clock;
        this.commands = commands;
        this.store = store;
        this.pools = pools;
    }

    /** The answer that is kept for a repeated request holds no token: whoever missed it makes another. */
    Uni<JoinTokenView> create(Call call, CreateJoinToken command) {
        TokenText text = TokenText.fresh();
        JoinToken made = new JoinToken(text, command, call.caller().id(), clock.instant());
        return commands.changeOnce(
                        call, command, JoinTokenView.class, work -> pools.terms(work, command.resourcePoolId())
                                .map(terms -> terms.orElseThrow(JoinProblems::noSuchPool))
                                .chain(() -> work.insert(made))
                                .replaceWith(() -> JoinTokenView.of(made)))
                .map(view -> view.id().equals(made.id) ? view.showing(text) : view);
    }

    /** Makes the token unless it was made before; whoever derives its text needs no answer. */
    public Uni<Void> ensure(Work work, TokenText text, CreateJoinToken command) {
        return work.query(KNOWN, text.hash())
                .chain(found -> found.hasNext()
                        ? Uni.createFrom().voidItem()
                        : work.insert(new JoinToken(text, command, null, work.now())));
    }

    Uni<JoinTokenView> revoke(Call call, UUID id) {
        return commands.change(call, work -> work.lock(JoinToken.class, id)
                .map(found -> found.orElseThrow(JoinProblems::notFound))
                .invoke(token -> call.requireMatch(token.generation()))
                .chain(token -> {
                    token.revoke(work.now());
                    return work.update(token).replaceWith(() -> JoinTokenView.of(token));
                }));
    }

    Uni<Page<JoinTokenView>> list(Call call, JoinTokenFilter filter, ListPart page) {
        return store.list(call.caller().scope(), filter, page);
    }
}
