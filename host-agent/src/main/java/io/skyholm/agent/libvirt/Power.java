package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.hypervisor.Pause;
import io.skyholm.events.host.DesiredVm;
import java.time.Duration;
import java.util.UUID;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Ends, halts and lets go on what runs. */
record Power(LibvirtLink link) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** A guest that is just booting misses the button. */
    private static final Duration BETWEEN_PRESSES = Duration.ofSeconds(3);

    /** Presses the button until the guest has ended, and ends it by force when its time is over. */
    void off(DesiredVm desired) {
        String otherwise = "Machine " + desired.name() + " cannot be stopped";
        long until =
                System.nanoTime() + Duration.ofSeconds(desired.graceSeconds()).toNanos();
        long pressed = System.nanoTime() - BETWEEN_PRESSES.toNanos();
        while (isRunning(desired.id(), otherwise)) {
            long now = System.nanoTime();
            if (now >= until) {
                change(desired.id(), otherwise, (domain, machine) -> destroy(domain));
            } else if (now - pressed >= BETWEEN_PRESSES.toNanos()) {
                change(desired.id(), otherwise, Power::press);
                pressed = now;
            }
            Pause.of(BETWEEN_LOOKS, otherwise + ": it was given up");
        }
    }

    private boolean isRunning(UUID id, String otherwise) {
        return link.read(otherwise, connection -> connection.domains().seen(id))
                .filter(SeenDomain::isRunning)
                .isPresent();
    }

    /** A guest that is halted does not notice. */
    private static void press(Domain domain, Machine machine) throws LibvirtException {
        unlessEnded(domain, () -> {
            if (machine.state() == MachineState.SUSPENDED) {
                domain.resume();
            }
            domain.shutdown();
        });
    }

    static void destroy(Domain domain) throws LibvirtException {
        unlessEnded(domain, domain::destroy);
    }

    /** What is done to a guest that runs. */
    @FunctionalInterface
    private interface End {

        void make() throws LibvirtException;
    }

    /** Whoever is told that it does not run has what is wanted: it ended meanwhile. */
    private static void unlessEnded(Domain domain, End end) throws LibvirtException {
        try {
            end.make();
        } catch (LibvirtException failure) {
            if (!LibvirtErrors.is(failure, ErrorNumber.VIR_ERR_OPERATION_INVALID) || domain.isActive() != 0) {
                throw failure;
            }
        }
    }

    void suspend(DesiredVm desired) {
        change(desired.id(), "Machine " + desired.name() + " cannot be suspended", (domain, machine) -> {
            if (machine.state() != MachineState.SUSPENDED) {
                machine.require(MachineState.RUNNING, "suspended");
                domain.suspend();
            }
        });
    }

    void resume(DesiredVm desired) {
        change(desired.id(), "Machine " + desired.name() + " cannot be resumed", (domain, machine) -> {
            if (machine.state() != MachineState.RUNNING) {
                machine.require(MachineState.SUSPENDED, "resumed");
                domain.resume();
            }
        });
    }

    /** Something that is done with a machine that is ours. */
    @FunctionalInterface
    private interface Change {

        void with(Domain domain, Machine machine) throws LibvirtException;
    }

    private void change(UUID id, String otherwise, Change change) {
        link.change(id, otherwise, connection -> {
            SeenDomain seen = connection
                    .domains()
                    .seen(id)
                    .orElseThrow(() -> new HypervisorProblem(otherwise + ": it is not there"));
            Machine machine = seen.own().machine().in(seen.state());
            boolean ignored = connection
                    .domains()
                    .with(id, domain -> {
                        change.with(domain, machine);
                        return true;
                    })
                    .isPresent();
        });
    }
}
