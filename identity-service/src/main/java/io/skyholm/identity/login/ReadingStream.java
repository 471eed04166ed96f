package io.skyholm.identity.login;

import io.skyholm.identity.keycloak.DirectoryEvent.Kind;
import java.util.Set;

/**
 * What is read of the directory apart from the rest, by a task of its own: strangers can make as many failed logins as they like, and
 * whoever has an account as many logins, and neither may delay that a changed password is learnt.
 */
enum ReadingStream {
    ADMINISTRATION,
    CREDENTIALS,
    SESSIONS,
    FAILURES;

    /** The kinds of event that belong to it; none where what is read is no event of people. */
    Set<Kind> kinds() {
        return switch (this) {
            case ADMINISTRATION -> Set.of();
            case CREDENTIALS -> Set.of(Kind.UPDATE_PASSWORD, Kind.UPDATE_CREDENTIAL, Kind.REMOVE_CREDENTIAL);
            case SESSIONS -> Set.of(Kind.LOGIN, Kind.LOGOUT);
            case FAILURES -> Set.of(Kind.LOGIN_ERROR);
        };
    }
}
