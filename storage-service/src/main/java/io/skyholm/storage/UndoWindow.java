package io.skyholm.storage;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long what its owner deletes can be taken back. */
@Singleton
public class UndoWindow {

    private static final String SUSPENDED = "select 1 from known_tenant where id = $1 and status = 'SUSPENDED'";

    private final StorageSettings settings;

    UndoWindow(StorageSettings settings) {
        this.settings = settings;
    }

    /** Until when what is deleted now can be taken back; empty where it ends at once, as its owner or the operator wants. */
    public Optional<Instant> end(Work work, boolean isAtOnce) {
        boolean isNone = isAtOnce || settings.undoWindow().isZero();
        return isNone ? Optional.empty() : Optional.of(work.now().plus(settings.undoWindow()));
    }

    /** Whether it stays open for those who may take nothing back at present. */
    public Uni<Boolean> isHeldOpen(Work work, @Nullable UUID tenant) {
        return work.exists(SUSPENDED, tenant);
    }
}
