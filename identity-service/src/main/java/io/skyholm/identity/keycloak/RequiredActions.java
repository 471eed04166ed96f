package io.skyholm.identity.keycloak;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Keycloak asks of a user at their next login, in the user as its API writes them. */
final class RequiredActions {

    /** Set up an authenticator. */
    static final String TOTP = "CONFIGURE_TOTP";

    private static final String FIELD = "requiredActions";

    private RequiredActions() {}

    static List<String> of(Map<String, Object> user) {
        return user.get(FIELD) instanceof Collection<?> actions
                ? actions.stream().map(String::valueOf).toList()
                : List.of();
    }

    static Map<String, Object> withTotp(Map<String, Object> user) {
        return with(user, Stream.concat(of(user).stream(), Stream.of(TOTP)).toList());
    }

    static Map<String, Object> withoutTotp(Map<String, Object> user) {
        return with(
                user, of(user).stream().filter(action -> !action.equals(TOTP)).toList());
    }

    private static Map<String, Object> with(Map<String, Object> user, List<String> actions) {
        Map<String, Object> whole = new HashMap<>(user);
        whole.put(FIELD, actions);
        return whole;
    }
}
