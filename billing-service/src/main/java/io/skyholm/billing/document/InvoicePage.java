package io.skyholm.billing.document;

import io.skyholm.billing.invoice.InvoiceParty;
import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.billing.money.Amounts;
import io.skyholm.billing.period.UsedResource;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceLineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands on an invoice for people, in the words and numbers of its language. */
public record InvoicePage(
        String title,
        String number,
        String currency,
        Party issuer,
        Party recipient,
        List<Labelled> facts,
        List<Line> lines,
        List<Labelled> totals,
        List<String> notes,
        List<Resource> resources,
        boolean isShortened) {

    /** Whoever has more things than these reads the CSV. */
    static final int MOST_RESOURCES = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    /** Who it is, line by line. */
    public record Party(String name, List<String> lines) {

        static Party of(InvoiceParty party) {
            Stream<String> address =
                    party.address() == null ? Stream.of() : party.address().lines();
            Stream<String> rest = Stream.of(
                            party.country(), party.taxId() == null ? null : "Tax ID " + party.taxId(), party.email())
                    .flatMap(Stream::ofNullable);
            return new Party(
                    party.name(),
                    Stream.of(Stream.of(party.name()), address, rest)
                            .flatMap(lines -> lines)
                            .toList());
        }
    }

    /** A value and what it is; the sum stands out. */
    public record Labelled(String label, String value, boolean sum) {

        Labelled(String label, String value) {
            this(label, value, false);
        }
    }

    /** A line. */
    public record Line(int position, String description, String note, String hours, String price, String amount) {

        static Line of(InvoiceLineItem line) {
            return new Line(
                    line.position(),
                    line.description(),
                    note(line),
                    line.hours() == null ? "" : String.format(Locale.ENGLISH, "%,d", line.hours()),
                    line.unitPrice() == null ? "" : line.unitPrice(),
                    grouped(line.amount()));
        }

        private static String note(InvoiceLineItem line) {
            String what =
                    switch (line.kind()) {
                        case USAGE -> "Plan, version " + line.planVersion();
                        case CORRECTION -> "Correction of earlier hours, plan version " + line.planVersion();
                        case REFUND -> "Given back";
                        case CHARGE, TOP_UP, CREDIT -> "";
                    };
            Long resources = line.resources();
            return resources == null
                    ? what
                    : what + (resources == 1 ? "; 1 resource" : "; " + resources + " resources") + sizes(line);
        }

        private static String sizes(InvoiceLineItem line) {
            return line.gbHours() == null
                    ? ""
                    : String.format(Locale.ENGLISH, "; %,d GiB, hour by hour together", line.gbHours());
        }
    }

    /** What a thing adds to it. */
    public record Resource(String name, String id, String plan, String from, String to, String hours, String amount) {

        static Resource of(UsedResource used) {
            String correction = used.kind() == InvoiceLineKind.CORRECTION ? " (correction)" : "";
            return new Resource(
                    used.name() == null ? used.resourceType().name().toLowerCase(Locale.ENGLISH) : used.name(),
                    used.resourceId().toString(),
                    used.planName() + correction,
                    HOUR.format(used.firstHour().atOffset(ZoneOffset.UTC)),
                    HOUR.format(used.lastHour().atOffset(ZoneOffset.UTC).plusHours(1)),
                    String.format(Locale.ENGLISH, "%,d", used.hours()),
                    grouped(Amounts.text(used.amount())));
        }
    }

    /** The page of an invoice and of the things behind it, of which one more than the most is read. */
    static InvoicePage of(InvoiceView invoice, List<UsedResource> resources) {
        return new InvoicePage(
                title(invoice),
                invoice.invoiceNumber(),
                invoice.currency(),
                Party.of(invoice.issuer()),
                Party.of(invoice.recipient()),
                facts(invoice),
                invoice.lineItems().stream().map(Line::of).toList(),
                totals(invoice),
                notes(invoice),
                resources.stream().limit(MOST_RESOURCES).map(Resource::of).toList(),
                resources.size() > MOST_RESOURCES);
    }

    private static String title(InvoiceView invoice) {
        return switch (invoice.type()) {
            case USAGE -> "Invoice";
            case TOP_UP -> "Top-up invoice";
            case CREDIT_NOTE -> "Credit note";
        };
    }

    private static List<Labelled> facts(InvoiceView invoice) {
        List<Labelled> facts = new ArrayList<>();
        facts.add(new Labelled("Number", invoice.invoiceNumber()));
        facts.add(new Labelled("Date", day(invoice.createdAt())));
        Instant from = invoice.billingPeriodStart();
        Instant until = invoice.billingPeriodEnd();
        if (from != null && until != null) {
            facts.add(new Labelled("Period", day(from) + " to " + day(until.minusNanos(1)) + " (UTC)"));
        }
        facts.add(new Labelled("Status", status(invoice)));
        if (invoice.reference() != null) {
            facts.add(new Labelled("Reference", invoice.reference()));
        }
        facts.add(new Labelled("Wallet", invoice.walletId().toString()));
        return facts;
    }

    private static String status(InvoiceView invoice) {
        return switch (invoice.status()) {
            case PAID -> "Paid on " + day(paidAt(invoice));
            case PENDING -> "To be paid by " + DAY.format(invoice.dueDate());
            case FAILED -> "Not paid by " + DAY.format(invoice.dueDate());
            case CANCELLED -> "Cancelled";
        };
    }

    private static Instant paidAt(InvoiceView invoice) {
        return invoice.paidAt() == null ? invoice.updatedAt() : invoice.paidAt();
    }

    private static List<Labelled> totals(InvoiceView invoice) {
        List<Labelled> totals = new ArrayList<>();
        if (isSomething(invoice.fractionBefore())) {
            totals.add(new Labelled("Fraction of a coin from the last invoice", invoice.fractionBefore()));
        }
        if (isSomething(invoice.fractionAfter())) {
            totals.add(new Labelled(
                    "Fraction of a coin left to the next",
                    Amounts.text(new BigDecimal(invoice.fractionAfter()).negate())));
        }
        if (isSomething(invoice.taxRate())) {
            BigDecimal net = new BigDecimal(invoice.amount()).subtract(new BigDecimal(invoice.taxAmount()));
            totals.add(new Labelled("Net", grouped(Amounts.text(net))));
            totals.add(new Labelled(
                    "%s %s %%".formatted(invoice.taxName(), plain(invoice.taxRate())), grouped(invoice.taxAmount())));
        }
        totals.add(new Labelled("Total", grouped(invoice.amount()) + " " + invoice.currency(), true));
        return totals;
    }

    private static List<String> notes(InvoiceView invoice) {
        return switch (invoice.type()) {
            case USAGE ->
                List.of(
                        "Nothing is to be paid: it was taken from the wallet, hour by hour.",
                        "A started hour counts; a month costs at most the monthly rate of the plan.");
            case TOP_UP ->
                List.of("Please name the number with your payment. What is paid in can be spent once it has come.");
            case CREDIT_NOTE -> List.of("The amount was given back to the wallet.");
        };
    }

    private static boolean isSomething(String amount) {
        return new BigDecimal(amount).signum() != 0;
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Thousands apart, all places kept. */
    private static String grouped(String amount) {
        BigDecimal value = new BigDecimal(amount);
        return String.format(Locale.ENGLISH, "%,." + value.scale() + "f", value);
    }
}
