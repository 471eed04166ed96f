package io.skyholm.events.host;

/** How a host says who it is when it opens the line of a console: the signature is over the {@link ConsoleStatement} of no answer. */
public final class ConsoleHeaders {

    /** Its id. */
    public static final String HOST = "Skyholm-Host";

    /** When it signed. */
    public static final String SIGNED_AT = "Skyholm-Signed-At";

    /** The signature, in Base64. */
    public static final String SIGNATURE = "Skyholm-Signature";

    private ConsoleHeaders() {}
}
