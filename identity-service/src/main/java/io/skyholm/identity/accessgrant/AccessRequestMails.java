package io.skyholm.identity.accessgrant;

import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.user.Administrators;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Tells the administrators of a tenant that somebody asks for access. */
@Singleton
class AccessRequestMails {

    private final Administrators administrators;
    private final Mails mails;

    AccessRequestMails(Administrators administrators, Mails mails) {
        this.administrators = administrators;
        this.mails = mails;
    }

    Uni<Void> ask(Work work, AccessGrant grant, String tenantName) {
        Map<String, String> values = Map.of(
                "operator",
                grant.operatorName,
                "tenantName",
                tenantName,
                "reason",
                grant.reason,
                "minutes",
                Integer.toString(grant.minutes),
                "answerUntil",
                grant.answerUntil.truncatedTo(ChronoUnit.MINUTES).toString(),
                "id",
                grant.id.toString());
        return administrators
                .addresses(work, grant.tenantId)
                .chain(addresses -> Sequentially.of(
                        addresses,
                        address -> mails.send(work, MailText.ACCESS_REQUEST.message(grant.tenantId, address, values))))
                .replaceWithVoid();
    }
}
