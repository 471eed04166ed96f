package io.skyholm.runtime.http;

/** What is shown with its version, which a caller sends back in If-Match. */
public interface Versioned {

    /** Counts its changes. */
    long generation();
}
