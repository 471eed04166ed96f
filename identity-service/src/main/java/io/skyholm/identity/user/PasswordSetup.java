package io.skyholm.identity.user;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** Has users whom somebody else made choose their password; the room of password resets stands above and implements it. */
public interface PasswordSetup {

    /** Mails the user that with which they do so, if this transaction commits. */
    Uni<Void> ask(Work work, UserView user, String tenantName);
}
