package io.skyholm.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be mailed to whom; the tenant is that of a reader who belongs to one. */
public record MailMessage(@Nullable UUID tenantId, String recipient, String subject, String body) {

    /** Nobody reads a mail in a log. */
    @Override
    public String toString() {
        return "MailMessage[" + subject + "]";
    }
}
