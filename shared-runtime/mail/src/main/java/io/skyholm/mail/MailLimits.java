package io.skyholm.mail;

import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Counts what is asked for, so that nobody can have others flooded with mail, or guess for long. */
@ApplicationScoped
public class MailLimits {

    private static final String COUNT = """
            insert into mail_wish as wish (subject, hour, wishes) values ($1, date_trunc($2, calendar_now()), 1)
            on conflict (subject, hour) do update set wishes = wish.wishes + 1
            returning wishes""";
    /** The first is counted before the second, as everywhere: two that count for both never wait for each other. */
    private static final String COUNT_BOTH = """
            with first as (
                insert into mail_wish as wish (subject, hour, wishes) values ($1, date_trunc($3, calendar_now()), 1)
                on conflict (subject, hour) do update set wishes = wish.wishes + 1
                returning wishes),
            second as (
                insert into mail_wish as wish (subject, hour, wishes)
                select $2, date_trunc($3, calendar_now()), 1 from first
                on conflict (subject, hour) do update set wishes = wish.wishes + 1
                returning wishes)
            select first.wishes as first, second.wishes as second from first, second""";

    private static final String HOUR = "hour";
    private static final String DAY = "day";

    private final MailSettings settings;

    MailLimits(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * Counts a request of somebody unknown, and tells whether it is within the limits of an hour and of the recipient's day. Who
     * has asked for too much uses up nobody else's limit any more.
     *
     * @param purpose what the mail is for; each purpose has limits of its own
     */
    public Uni<Boolean> allow(Work work, String purpose, String recipient, Origin origin) {
        Limit from = new Limit(purpose + " from " + origin.source(), HOUR, settings.mostPerOrigin());
        Limit to = new Limit(purpose + " to " + lower(recipient), HOUR, settings.mostPerRecipient());
        return within(work, from)
                .chain(few -> few ? within(work, to) : no())
                .chain(few -> few ? within(work, ofADay(purpose, recipient)) : no());
    }

    /** Counts a mail that a user of a tenant has sent, and refuses it beyond the limits of a day. */
    public Uni<Void> require(Work work, UUID tenant, String recipient) {
        Limit from = new Limit("tenant " + tenant, DAY, settings.mostPerTenantADay());
        Limit to = ofADay("of tenants", recipient);
        return work.find(Both.class, COUNT_BOTH, from.subject(), to.subject(), DAY)
                .map(Optional::orElseThrow)
                .invoke(counted -> {
                    if (counted.first() > from.most() || counted.second() > to.most()) {
                        throw reached();
                    }
                })
                .replaceWithVoid();
    }

    private record Both(int first, int second) {}

    /** Each purpose has its own, or strangers who ask for one would keep somebody from all mail. */
    private Limit ofADay(String purpose, String recipient) {
        return new Limit(purpose + " to " + lower(recipient), DAY, settings.mostPerRecipientADay());
    }

    private static Uni<Boolean> within(Work work, Limit limit) {
        return work.value(Integer.class, COUNT, limit.subject(), limit.unit())
                .map(counted -> counted.orElseThrow() <= limit.most());
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }

    private static String lower(String recipient) {
        return recipient.toLowerCase(Locale.ROOT);
    }

    /** It does not say which: how much mail others send somebody is not told. */
    private static Problem reached() {
        return Problem.tooMany(
                "MAIL_LIMIT_REACHED",
                "Your tenant has sent too much mail today, or this address has got too much; try again tomorrow",
                Duration.ofDays(1));
    }

    private record Limit(String what, String unit, int most) {

        /** Whom mail was asked for is nobody's business: only the hash is kept. */
        String subject() {
            return new Secret(unit + " " + what).hash();
        }
    }
}
