package io.skyholm.identity.user;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Has users whom somebody else made choose their password; the room of password resets stands above and implements it. */
public interface PasswordSetup {

    /** Mails the user that with which they do so, if this transaction commits. */
    Uni<Void> ask(Work work, UserView user, String tenantName);

    /** What was mailed to the user to choose a password, or to choose one anew, is worth nothing from now on. */
    Uni<Void> end(Work work, UUID userId);
}
