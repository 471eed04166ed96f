package io.skyholm.system.suite;

import java.net.URI;
import javax.net.ssl.SSLContext;

/** The front door, for clients that do not behave as {@link Api} does. */
public final class Door {

    private Door() {}

    public static URI address() {
        return URI.create("https://localhost:" + RunningSuite.site().ports().of("gateway"));
    }

    /** Trusts the certificate of this suite. */
    public static SSLContext trust() {
        return RunningSuite.certificate().trust();
    }
}
