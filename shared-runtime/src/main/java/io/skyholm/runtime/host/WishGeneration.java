package io.skyholm.runtime.host;

/**
 * How the generations of a thing's desired state follow each other. They count on across hosts, and one is left out whenever
 * the thing goes to another host: a host that it comes back to may have been told that one as the absence of an orphan, and
 * would take a wish with the same number for an old one.
 */
public final class WishGeneration {

    private WishGeneration() {}

    /** The next one on the same host. */
    public static long next(long last) {
        return last + 1;
    }

    /** The first one on another host. */
    public static long onAnotherHost(long last) {
        return next(ofOrphan(last));
    }

    /**
     * That of the absence on a host which has the thing though it belongs elsewhere or nowhere: newer than any that such a host
     * was told, and the same one each time, since a host that is told a newer one at each of its reports would begin anew.
     */
    public static long ofOrphan(long last) {
        return last + 1;
    }
}
