package io.skyholm.local.process;

/** The end of this process. */
public final class Shutdown {
    private Shutdown() {}

    /** Whether it has begun: the runtime knows before any hook runs, and takes no more hooks from then on. */
    public static boolean hasBegun() {
        Thread probe = new Thread(() -> {}, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
