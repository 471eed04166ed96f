package io.skyholm.compute.maintenance;

import io.skyholm.compute.machine.MachineMaintenanceStarter;
import io.skyholm.compute.machine.MaintainMachine;
import io.skyholm.compute.placement.Placement;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Begins and ends maintenance when its time has come, and has its notices follow. */
@ApplicationScoped
class MaintenanceReconciler implements Reconciler {

    static final String KIND = "maintenance";

    private final TenantTransaction transactions;
    private final Placement placement;
    private final MachineMaintenanceStarter maintenance;
    private final WindowNotices notices;

    MaintenanceReconciler(
            TenantTransaction transactions,
            Placement placement,
            MachineMaintenanceStarter maintenance,
            WindowNotices notices) {
        this.transactions = transactions;
        this.placement = placement;
        this.maintenance = maintenance;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** An instance may come to a machine at any time: a window that is open is never at rest. */
    @Override
    public String unrested() {
        return "select id from maintenance_window where ended_at is null union " + notices.openWindows();
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return placement
                .look()
                .chain(seen -> transactions.change(cause, work -> work.lock(Window.class, id)
                        .chain(found -> found.map(window -> reconcile(work, window, seen))
                                .orElseGet(() -> Uni.createFrom().item(Next.DONE)))));
    }

    private Uni<Next> reconcile(Work work, Window window, Placement.Seen seen) {
        return maintenance
                .adminStatus(work, window.computeMachineId)
                .chain(adminStatus -> updateStatus(work, window, adminStatus))
                .chain(() -> notices.follow(work, WindowView.of(window), seen));
    }

    private Uni<Void> updateStatus(Work work, Window window, MachineStatus adminStatus) {
        Instant now = work.now();
        WindowStatus next = window.next(adminStatus, now);
        if (next == window.status) {
            return Uni.createFrom().voidItem();
        }
        window.become(next, null, now);
        return work.update(window)
                .chain(() -> next == WindowStatus.UNDERWAY
                        ? begin(work, window)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> begin(Work work, Window window) {
        return maintenance.begin(work, window.computeMachineId, new MaintainMachine(window.reason, window.drain));
    }
}
