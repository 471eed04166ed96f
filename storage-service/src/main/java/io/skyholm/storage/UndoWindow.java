package io.skyholm.storage;

import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** How long what its owner deletes can be taken back. */
@Singleton
public class UndoWindow {

    private final StorageSettings settings;

    UndoWindow(StorageSettings settings) {
        this.settings = settings;
    }

    /** Until when what is deleted now can be taken back; empty where it ends at once, as its owner or the operator wants. */
    public Optional<Instant> end(Work work, boolean isAtOnce) {
        boolean isNone = isAtOnce || settings.undoWindow().isZero();
        return isNone ? Optional.empty() : Optional.of(work.now().plus(settings.undoWindow()));
    }
}
