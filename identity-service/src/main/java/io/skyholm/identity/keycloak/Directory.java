package io.skyholm.identity.keycloak;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where credentials are kept. Whatever is asked of it may be asked again. */
public interface Directory {

    /** Has the user there as they are given, whether or not they were there before. */
    Uni<Void> put(DirectoryUser user);

    /** Has no such user there. */
    Uni<Void> remove(UUID id);

    /** Gives a user a new password. */
    Uni<Void> setPassword(UUID id, String password, boolean temporary);
}
