package io.skyholm.mail;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends what waits until it is sent or its deadline has passed; then nothing is left of what it said. */
@ApplicationScoped
class MailReconciler implements Reconciler {

    static final String KIND = "mail";

    private static final Logger LOG = Logger.getLogger(MailReconciler.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;
    private static final String SENT = """
            update mail set state = 'SENT', body = '', sent_at = calendar_now(), attempts = attempts + 1
            where id = $1 and state = 'QUEUED'""";
    private static final String FAILED =
            "update mail set state = 'FAILED', body = '' where id = $1 and state = 'QUEUED'";
    private static final String TRIED = "update mail set attempts = attempts + 1 where id = $1 and state = 'QUEUED'";

    private final MailStore store;
    private final MailTransport transport;
    private final TenantTransaction transactions;
    private final CalendarClock clock;

    MailReconciler(
            MailStore store,
            FileTransport files,
            SmtpTransport smtp,
            MailSettings settings,
            TenantTransaction transactions,
            CalendarClock clock) {
        this.store = store;
        this.transport = settings.folder().isPresent() ? files : smtp;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from mail where state = 'QUEUED'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return store.queued(id).chain(found -> found.map(mail -> treat(mail, cause))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<Next> treat(QueuedMail mail, Cause cause) {
        if (mail.deadline().isBefore(clock.instant())) {
            LOG.warnf("Mail %s is given up after %d attempts", mail.id(), mail.attempts());
            return note(FAILED, mail, cause, Next.DONE);
        }
        return transport
                .send(mail)
                .chain(() -> note(SENT, mail, cause, Next.DONE))
                .onFailure()
                .recoverWithUni(failure -> tried(mail, cause, failure));
    }

    private Uni<Next> tried(QueuedMail mail, Cause cause, Throwable failure) {
        LOG.warnf("Mail %s, attempt %d: %s", mail.id(), mail.attempts() + 1, failure.getMessage());
        return note(
                TRIED, mail, cause, Next.in(FIRST_PAUSE.multipliedBy(1L << Math.min(mail.attempts(), MOST_DOUBLINGS))));
    }

    private Uni<Next> note(String statement, QueuedMail mail, Cause cause, Next next) {
        return transactions
                .change(cause, work -> work.execute(statement, mail.id()))
                .replaceWith(next);
    }
}
