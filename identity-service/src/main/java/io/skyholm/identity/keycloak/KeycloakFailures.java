package io.skyholm.identity.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells a Keycloak that is away from one that refuses. */
final class KeycloakFailures {

    private static final int SERVER_ERROR = 500;
    private static final int CONFLICT = 409;

    private KeycloakFailures() {}

    /** A connection that ends in the middle of a call fails with what the network said, wrapped or not. */
    static boolean isAway(Throwable failure) {
        return failure instanceof ProcessingException
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || status(failure) >= SERVER_ERROR;
    }

    /**
     * Two who change one user at the same moment meet in Keycloak's own rows: it answers the one who came second that a row was
     * there already, or that it failed because a row had changed. Nothing of theirs was done then.
     */
    static boolean isCollision(Throwable failure) {
        return status(failure) == CONFLICT || status(failure) == SERVER_ERROR;
    }

    /** The status that Keycloak answered with, or 0 if it did not answer. */
    static int status(Throwable failure) {
        return failure instanceof WebApplicationException refused
                ? refused.getResponse().getStatus()
                : 0;
    }
}
