package io.skyholm.mail;

import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Mail goes out exactly if the transaction that wants it commits. */
@ApplicationScoped
public class Mails {

    private static final Duration TIMEOUT = Duration.ofDays(1);

    private final ReconcileQueue queue;
    private final String publicUrl;

    Mails(ReconcileQueue queue, @ConfigProperty(name = "skyholm.public-url") String publicUrl) {
        this.queue = queue;
        this.publicUrl = publicUrl;
    }

    /** Has a mail sent, soon after this transaction. */
    public Uni<Void> send(Work work, MailMessage message) {
        Mail mail = new Mail(Ids.next(), message, work.now(), TIMEOUT);
        return work.insert(mail).invoke(() -> queue.wake(work, MailReconciler.KIND, mail.id));
    }

    /** Has a mail sent that carries a secret token, which is in no other place: as a link to that page, and bare. */
    public Uni<Void> sendLink(Work work, MailTemplate template, Addressee to, Link link, Map<String, String> names) {
        String address = publicUrl + "/" + link.page() + "#token=" + link.token();
        return send(work, template.message(to, names, Map.of("token", link.token(), "link", address)));
    }

    /** Who gets a mail. */
    public record Addressee(@Nullable UUID tenantId, String email) {}

    /** A page of ours, and the token that opens it. */
    public record Link(String page, String token) {

        /** Nobody reads a token in a log. */
        @Override
        public String toString() {
            return "Link[" + page + "]";
        }
    }
}
