package io.skyholm.compute.maintenance;

import io.skyholm.compute.placement.Placement;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** The notices of windows, which the room above keeps. Whoever calls holds the window. */
public interface WindowNotices {

    /** Announces the window to whoever has not heard of it, and has its notices say what is true now. */
    Uni<Void> tell(Work work, WindowView window);

    /** The same, and begins the moves whose time has come; says when the window is to be looked at again. */
    Uni<Next> follow(Work work, WindowView window, Placement.Seen seen);

    /** A select of the windows that have open notices, to be put into another statement. */
    String openWindows();
}
