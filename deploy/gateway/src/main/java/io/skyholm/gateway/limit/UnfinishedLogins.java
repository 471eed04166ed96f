package io.skyholm.gateway.limit;

import java.util.LinkedHashSet;
import java.util.Set;

/** Logins whose password has been answered with a page: it was wrong, or a second factor is asked for. */
final class UnfinishedLogins {

    private final int most;
    private final Set<String> logins = new LinkedHashSet<>();

    UnfinishedLogins(int most) {
        this.most = most;
    }

    /** However often it begins, it ends once; the oldest is forgotten where there are too many. */
    synchronized void begin(String login) {
        logins.remove(login);
        logins.add(login);
        if (logins.size() > most) {
            logins.remove(logins.iterator().next());
        }
    }

    /** False when no such login has begun. */
    synchronized boolean end(String login) {
        return logins.remove(login);
    }
}
