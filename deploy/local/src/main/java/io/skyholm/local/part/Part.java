package io.skyholm.local.part;

import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One process of the suite. The methods are called in the order in which they stand here. */
public interface Part {
    /** The name people use, and that names its folder, its log and its port. */
    String name();

    /** The parts that must be ready before this one can start. */
    default Set<String> needs() {
        return Set.of();
    }

    /** The parts that must run as well, but that this one waits for by itself once it runs. */
    default Set<String> runsBeside() {
        return Set.of();
    }

    /** The names of the ports it listens on, which must be free. */
    default List<String> ports() {
        return List.of(name());
    }

    /** Whether this checkout builds it, so that it must wait for the build; the platform comes ready-made. */
    default boolean isBuiltHere() {
        return false;
    }

    /** Brings and unpacks what it runs; once per checkout. */
    default void prepare(Progress progress) {}

    /** Makes what it stores; once per data directory, and repeated without harm. */
    default void initialise() {}

    /** What to run. */
    Launch launch(AotMode mode);

    /** Whether it answers. */
    boolean isReady();

    /** How long a start may take on a slow machine. */
    default Duration startTimeout() {
        return Duration.ofMinutes(3);
    }

    /** What it needs once it answers, such as its roles or topics; repeated at every start without harm. */
    default void settle() {}

    /** Looked at from time to time while it runs; mends what does not end the process. */
    default void tend() {}

    /** Removes what it has left outside of the data directory, however it ended; repeated without harm. */
    default void clear() {}

    /** How it is asked to end. */
    default Signal farewell() {
        return Signal.TERM;
    }
}
