package io.skyholm.identity.keycloak;

import java.io.IOException;

/** The ways in which the directory fails, for tests of what is said then. */
public final class DirectoryAnswers {

    private DirectoryAnswers() {}

    public static DirectoryUnavailable away() {
        return new DirectoryUnavailable(new IOException("connection refused"));
    }

    public static DirectoryUserNotFound unknown() {
        return new DirectoryUserNotFound(new IllegalStateException("404"));
    }

    public static DirectoryRefusal refused() {
        return new DirectoryRefusal(new IllegalStateException("400"));
    }
}
