package io.skyholm.compute.heartbeat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks now and then for machines that have fallen silent, and for those that are to be given up. Who has just started has
 * heard nobody yet, and says nothing of silence until it could have.
 */
@Singleton
class MachineWatch {

    private static final Logger LOG = Logger.getLogger(MachineWatch.class);

    private final SilentMachines machines;
    private final Vertx vertx;
    private final Duration silence;
    private long timer;

    MachineWatch(SilentMachines machines, Vertx vertx, MachineSettings settings) {
        this.machines = machines;
        this.vertx = vertx;
        this.silence = settings.longestSilence();
    }

    void start(@Observes StartupEvent started, MachineSettings settings) {
        long listening = System.nanoTime() + silence.toNanos();
        timer = vertx.setPeriodic(settings.look().toMillis(), tick -> {
            if (System.nanoTime() - listening > 0) {
                machines.find(silence)
                        .chain(machines::markQuarantined)
                        .chain(machines::giveUpEmptied)
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("Machines are looked at again later: %s", failure));
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
