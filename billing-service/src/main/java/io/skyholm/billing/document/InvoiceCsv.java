package io.skyholm.billing.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.billing.money.Amounts;
import io.skyholm.billing.period.UsedResource;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.runtime.http.CsvField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invoice for spreadsheets: its lines of usage resource by resource, the others as they are, so that all of them sum to the same. */
final class InvoiceCsv {

    private static final String HEADER =
            "invoiceNumber,position,kind,description,planId,planVersion,resourceType,resourceId,resourceName,firstHour,lastHour,hours,amount,currency\r\n";

    private final InvoiceView invoice;

    InvoiceCsv(InvoiceView invoice) {
        this.invoice = invoice;
    }

    /** What comes before the resources. */
    byte[] head() {
        return invoice.lineItems().stream()
                .filter(line -> !isUsage(line))
                .map(this::line)
                .collect(Collectors.joining("", HEADER, ""))
                .getBytes(UTF_8);
    }

    /** Also a line in which the last of very many are added up: its resources are listed like all others. */
    private static boolean isUsage(InvoiceLineItem line) {
        return switch (line.kind()) {
            case USAGE, CORRECTION -> true;
            case CHARGE, REFUND, TOP_UP, CREDIT -> false;
        };
    }

    byte[] resources(List<UsedResource> resources) {
        return resources.stream().map(this::line).collect(Collectors.joining()).getBytes(UTF_8);
    }

    private String line(InvoiceLineItem line) {
        return text(
                line.position(),
                line.kind().name(),
                line.description(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(line.amount()));
    }

    private String line(UsedResource used) {
        return text(
                positionOf(used),
                used.kind().name(),
                used.planName(),
                used.planId(),
                used.planVersion(),
                used.resourceType().name(),
                used.resourceId(),
                used.name(),
                used.firstHour(),
                used.lastHour(),
                used.hours(),
                new BigDecimal(Amounts.text(used.amount())));
    }

    /** The line that it is part of; empty where very many lines were added up. */
    private @Nullable Integer positionOf(UsedResource used) {
        return invoice.lineItems().stream()
                .filter(line -> line.kind() == used.kind()
                        && used.planId().equals(line.planId())
                        && Objects.equals(line.planVersion(), used.planVersion()))
                .map(InvoiceLineItem::position)
                .findFirst()
                .orElse(null);
    }

    private String text(@Nullable Object... fields) {
        return Stream.concat(
                                Stream.of((Object) invoice.invoiceNumber()),
                                Stream.concat(Stream.of(fields), Stream.of(invoice.currency())))
                        .map(CsvField::of)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
