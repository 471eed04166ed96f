package io.skyholm.mail;

import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts what somebody unknown asks for, so that nobody can have others flooded with mail, or guess for long. */
@ApplicationScoped
public class MailLimits {

    private static final String COUNT = """
            insert into mail_wish as wish (subject, hour, wishes) values ($1, date_trunc('hour', calendar_now()), 1)
            on conflict (subject, hour) do update set wishes = wish.wishes + 1
            returning wishes""";
    private static final String SOMEWHERE = "unknown";

    private final int mostPerRecipient;
    private final int mostPerOrigin;

    MailLimits(
            @ConfigProperty(name = "skyholm.mail.most-per-recipient", defaultValue = "5") int mostPerRecipient,
            @ConfigProperty(name = "skyholm.mail.most-per-origin", defaultValue = "30") int mostPerOrigin) {
        this.mostPerRecipient = mostPerRecipient;
        this.mostPerOrigin = mostPerOrigin;
    }

    /**
     * Counts a request for mail, and tells whether it is within the limits of an hour.
     *
     * @param purpose what the mail is for; each purpose has limits of its own
     */
    public Uni<Boolean> allow(Work work, String purpose, String recipient, Origin origin) {
        String address = origin.address();
        String to = hash(purpose + " to " + recipient.toLowerCase(Locale.ROOT));
        String from = hash(purpose + " from " + (address == null ? SOMEWHERE : address));
        return count(work, to, mostPerRecipient)
                .chain(few -> count(work, from, mostPerOrigin).map(fewHere -> few && fewHere));
    }

    private static Uni<Boolean> count(Work work, String subject, int most) {
        return work.value(Integer.class, COUNT, subject).map(counted -> counted.orElseThrow() <= most);
    }

    /** Whom mail was asked for is nobody's business: only the hash is kept. */
    private static String hash(String subject) {
        return new Secret(subject).hash();
    }
}
