package io.skyholm.compute.maintenance;

import io.skyholm.compute.machine.MachineMaintenanceStarter;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What operators can do with maintenance windows. */
@ApplicationScoped
public class Windows {

    private final Commands commands;
    private final WindowStore store;
    private final MachineMaintenanceStarter maintenance;
    private final WindowNotices notices;
    private final ReconcileQueue queue;
    private final CalendarClock clock;

    Windows(
            Commands commands,
            WindowStore store,
            MachineMaintenanceStarter maintenance,
            WindowNotices notices,
            ReconcileQueue queue,
            CalendarClock clock) {
        this.clock = clock;
        this.commands = commands;
        this.store = store;
        this.maintenance = maintenance;
        this.notices = notices;
        this.queue = queue;
    }

    Uni<WindowView> plan(Call call, CreateWindow command) {
        Instant now = clock.instant();
        command.span().checked(now);
        Window window = new Window(Ids.next(), command, call.caller().id(), now);
        return commands.changeOnce(call, command, WindowView.class, work -> maintenance
                        .adminStatus(work, window.computeMachineId)
                        .invoke(WindowProblems::requireKept)
                        .chain(() -> work.insert(window))
                        .chain(() -> tell(work, window)))
                .onFailure()
                .transform(WindowProblems::explain);
    }

    Uni<WindowView> change(Call call, UUID id, ChangeWindow command) {
        return commands.change(call, work -> planned(call, work, id)
                .invoke(window -> command.applyTo(window, work.now()))
                .invoke(window -> window.revision.changed(call.caller().id(), work.now()))
                .chain(window -> save(work, window)));
    }

    Uni<WindowView> callOff(Call call, UUID id) {
        return commands.change(call, work -> planned(call, work, id)
                .invoke(window ->
                        window.become(WindowStatus.CANCELLED, call.caller().id(), work.now()))
                .chain(window -> save(work, window)));
    }

    Uni<WindowView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(WindowProblems::notFound));
    }

    Uni<Page<WindowView>> list(Call call, WindowFilter filter, ListPart page) {
        return store.list(call.caller().scope(), filter, page);
    }

    /** The window as the caller last saw it, held until the transaction ends, if it has not begun. */
    private static Uni<Window> planned(Call call, Work work, UUID id) {
        return work.lock(Window.class, id)
                .map(found -> found.orElseThrow(WindowProblems::notFound))
                .invoke(window -> call.requireMatch(window.revision.generation()))
                .invoke(WindowProblems::requirePlanned);
    }

    private Uni<WindowView> save(Work work, Window window) {
        return work.update(window).chain(() -> tell(work, window));
    }

    private Uni<WindowView> tell(Work work, Window window) {
        queue.wake(work, MaintenanceReconciler.KIND, window.id);
        WindowView told = WindowView.of(window);
        return notices.tell(work, told).replaceWith(told);
    }

    /** Held until the transaction ends, for whoever changes its notices; what follows from that is done afterwards. */
    public Uni<WindowView> held(Work work, UUID id) {
        queue.wake(work, MaintenanceReconciler.KIND, id);
        return work.lock(Window.class, id).map(found -> WindowView.of(found.orElseThrow(WindowProblems::notFound)));
    }
}
