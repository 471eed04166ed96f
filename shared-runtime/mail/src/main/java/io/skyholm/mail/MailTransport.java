package io.skyholm.mail;

import io.smallrye.mutiny.Uni;

/** A way by which mail leaves. */
interface MailTransport {

    /** Sends the mail; it may be the second time, so it carries an id that tells. */
    Uni<Void> send(QueuedMail mail);
}
