package io.skyholm.storage.object;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.storage.StorageSettings;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Asks the store now and then what it has. */
@Singleton
class InventoryTimer {

    private static final Logger LOG = Logger.getLogger(InventoryTimer.class);

    private final Inventory inventory;
    private final Vertx vertx;
    private long timer;

    InventoryTimer(Inventory inventory, Vertx vertx) {
        this.inventory = inventory;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started, StorageSettings settings) {
        timer = vertx.setPeriodic(settings.inventory().toMillis(), tick -> inventory
                .take()
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf("The inventory of the store is taken again later: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
