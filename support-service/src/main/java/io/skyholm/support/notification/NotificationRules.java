package io.skyholm.support.notification;

import static io.skyholm.events.support.NotificationType.BILLING;
import static io.skyholm.events.support.NotificationType.ERROR;
import static io.skyholm.events.support.NotificationType.INFO;
import static io.skyholm.events.support.NotificationType.SUPPORT;
import static io.skyholm.events.support.NotificationType.WARNING;

import io.skyholm.events.Event;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.events.billing.InvoiceEvents;
import io.skyholm.events.billing.InvoiceFact;
import io.skyholm.events.billing.InvoiceType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.support.NotificationType;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketFact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Of which events somebody is told, who that is, and in which words. */
final class NotificationRules {

    private static final Map<String, Function<Event<?>, @Nullable NewNotification>> RULES = new HashMap<>();

    static {
        when(
                InstanceEvents.FAILED,
                instance -> tell(
                        instance.userId(),
                        ERROR,
                        instance.name() + " has failed",
                        "Your instance could not become what it should be. Its latest operation says why.",
                        "instanceId",
                        instance.id()));
        when(
                BackupEvents.FAILED,
                backup -> tell(
                        backup.userId(),
                        ERROR,
                        "The backup " + backup.name() + " has failed",
                        backup.statusReason() == null ? "It is not what it should be." : backup.statusReason(),
                        "backupId",
                        backup.id()));
        when(
                InvoiceEvents.ISSUED,
                invoice -> invoice.type() == InvoiceType.USAGE
                        ? tell(invoice, INFO, "is there", "Your invoice for what you have used is there.")
                        : null);
        when(InvoiceEvents.PAID, invoice -> tell(invoice, BILLING, "is paid", "What it is about is in your wallet."));
        when(
                InvoiceEvents.REMINDED,
                invoice -> tell(invoice, WARNING, "is due", "It was to be paid by " + invoice.dueDate() + "."));
        when(
                InvoiceEvents.FAILED,
                invoice ->
                        tell(invoice, ERROR, "was not paid", "Nothing came to your wallet. Ask for another top-up."));
        when(TicketEvents.ASSIGNED, ticket -> tell(ticket, ticket.assignedTo(), "is yours", "You look after it now."));
        when(
                TicketEvents.ANSWERED,
                ticket -> tell(ticket, ticket.userId(), "was answered", "There is an answer in your ticket."));
        when(
                TicketEvents.FOLLOWED_UP,
                ticket -> tell(ticket, ticket.assignedTo(), "goes on", "There is something new in the ticket."));
        when(
                TicketEvents.RESOLVED,
                ticket -> tell(
                        ticket,
                        ticket.userId(),
                        "is resolved",
                        "If it is not, write so in the ticket: that reopens it."));
        when(
                TicketEvents.CLOSED,
                ticket -> tell(ticket, ticket.userId(), "is closed", "If something is left, reopen it."));
        when(
                TicketEvents.REOPENED,
                ticket -> tell(ticket, ticket.assignedTo(), "was reopened", "It is not done after all."));
    }

    private NotificationRules() {}

    /** What is to be told of it, if anything is. Nobody is told what they did themselves. */
    static Optional<NewNotification> of(Event<?> event) {
        Function<Event<?>, @Nullable NewNotification> rule =
                RULES.get(event.headers().type());
        return Optional.ofNullable(rule == null ? null : rule.apply(event))
                .filter(news ->
                        !news.userId().toString().equals(event.headers().actor().id()));
    }

    private static <F extends Fact> void when(EventType<F> type, Function<F, @Nullable NewNotification> rule) {
        RULES.put(type.name(), event -> rule.apply(type.payload().cast(event.data())));
    }

    private static @Nullable NewNotification tell(
            InvoiceFact invoice, NotificationType type, String what, String message) {
        String title = "Invoice " + invoice.invoiceNumber() + " " + what;
        return tell(invoice.userId(), type, title, message, "invoiceId", invoice.id());
    }

    private static @Nullable NewNotification tell(TicketFact ticket, @Nullable UUID to, String what, String message) {
        String title = "%s %s: %s".formatted(ticket.ticketNumber(), what, ticket.subject());
        return tell(to, SUPPORT, title, message, "ticketId", ticket.id());
    }

    private static @Nullable NewNotification tell(
            @Nullable UUID to, NotificationType type, String title, String message, String key, UUID about) {
        return to == null ? null : new NewNotification(to, type, title, message, Map.of(key, about.toString()));
    }
}
