package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.compute.maintenance.Windows;
import io.skyholm.compute.placement.Placement;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What tenants can do with maintenance notices. */
@ApplicationScoped
class Notices {

    private static final String WINDOW = "select window_id from maintenance_notice where id = $1";
    private static final String NAME = "select name from instance where id = $1";

    private final Commands commands;
    private final NoticeStore store;
    private final NoticeUpdates updates;
    private final MaintenanceMoves moves;
    private final Placement placement;
    private final Windows windows;

    Notices(
            Commands commands,
            NoticeStore store,
            NoticeUpdates updates,
            MaintenanceMoves moves,
            Placement placement,
            Windows windows) {
        this.commands = commands;
        this.store = store;
        this.updates = updates;
        this.moves = moves;
        this.placement = placement;
        this.windows = windows;
    }

    Uni<NoticeView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(NoticeProblems::notFound));
    }

    Uni<Page<NoticeView>> list(Call call, NoticeFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page);
    }

    Uni<NoticeView> choose(Call call, UUID id, ChangeNotice command) {
        return commands.change(call, work -> held(call, work, id).chain(held -> {
            Notice notice = held.notice();
            command.applyTo(notice, call.caller().id(), work.now());
            return updates.save(work, notice).chain(() -> view(work, notice));
        }));
    }

    Uni<OperationView> moveNow(Call call, UUID id) {
        return placement
                .lookAgain()
                .chain(seen ->
                        commands.changeOnce(call, new MoveNow(id), OperationView.class, work -> held(call, work, id)
                                .chain(held -> moveNow(call, work, held, seen))));
    }

    private Uni<OperationView> moveNow(Call call, Work work, Held held, Placement.Seen seen) {
        held.notice().requireMovable();
        return moves.blocker(work, held.window(), held.notice(), seen)
                .invoke(found -> found.ifPresent(blocker -> {
                    throw NoticeProblems.blocked(blocker);
                }))
                .chain(() -> moves.begin(
                        work, held.window(), held.notice(), call.caller().id()))
                .map(begun -> begun.orElseThrow(NoticeProblems::notNow));
    }

    /** The notice as the caller last saw it; its window is held first, as by everybody who changes notices. */
    private Uni<Held> held(Call call, Work work, UUID id) {
        return work.value(UUID.class, WINDOW, id)
                .chain(window -> windows.held(work, window.orElseThrow(NoticeProblems::notFound)))
                .chain(window -> work.lock(Notice.class, id)
                        .map(notice -> new Held(window, notice.orElseThrow(NoticeProblems::notFound))))
                .invoke(held -> call.requireMatch(held.notice().generation));
    }

    private static Uni<NoticeView> view(Work work, Notice notice) {
        return work.value(String.class, NAME, notice.instanceId).map(name -> NoticeView.of(notice, name.orElse(null)));
    }

    /** A notice and its window, held until the transaction ends. */
    private record Held(WindowView window, Notice notice) {}

    /** What makes two requests one. */
    private record MoveNow(UUID noticeId) {}
}
