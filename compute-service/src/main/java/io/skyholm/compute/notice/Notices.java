package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.compute.maintenance.Windows;
import io.skyholm.compute.placement.Placement;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What tenants can do with maintenance notices. */
@ApplicationScoped
class Notices {

    private static final String WINDOW = "select window_id from maintenance_notice where id = $1";

    private final Commands commands;
    private final NoticeStore store;
    private final MaintenanceMoves moves;
    private final Placement placement;
    private final Windows windows;

    Notices(Commands commands, NoticeStore store, MaintenanceMoves moves, Placement placement, Windows windows) {
        this.commands = commands;
        this.store = store;
        this.moves = moves;
        this.placement = placement;
        this.windows = windows;
    }

    Uni<NoticeView> get(Call call, UUID id) {
        return store.get(call, id);
    }

    Uni<Page<NoticeView>> list(Call call, NoticeFilter filter, ListPart page) {
        return store.list(call, filter, page);
    }

    Uni<NoticeView> choose(Call call, UUID id, ChangeNotice command) {
        return commands.change(call, work -> held(call, work, id).chain(held -> {
            Notice notice = held.notice();
            command.applyTo(notice, call.caller().id(), work.now());
            return store.save(work, notice, call.caller().id()).chain(() -> store.view(work, notice));
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
                .invoke(held -> call.requireMatch(held.notice().revision.generation()));
    }

    /** A notice and its window, held until the transaction ends. */
    private record Held(WindowView window, Notice notice) {}

    /** What makes two requests one. */
    private record MoveNow(UUID noticeId) {}
}
