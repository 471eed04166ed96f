package io.skyholm.billing.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.billing.invoice.Invoices;
import io.skyholm.billing.period.InvoicedUsage;
import io.skyholm.billing.period.UsedResource;
import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.runtime.call.Call;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes documents of invoices, each time from what the invoice says, which never changes. */
@ApplicationScoped
class Documents {

    /** So many resources are read at a time; never more than these are in memory. */
    private static final int PART = 1000;

    /** What was made, of which generation of its invoice. */
    @SuppressWarnings("ArrayRecordComponent") // Neither compared nor changed.
    record Document(byte[] content, long generation) {}

    private final Invoices invoices;
    private final InvoicedUsage usage;
    private final BlockingWork blocking;

    Documents(Invoices invoices, InvoicedUsage usage, BlockingWork blocking) {
        this.invoices = invoices;
        this.usage = usage;
        this.blocking = blocking;
    }

    Uni<Document> html(Call call, UUID id) {
        return made(call, id, page -> InvoiceHtml.of(page).getBytes(UTF_8));
    }

    Uni<Document> pdf(Call call, UUID id) {
        return made(call, id, page -> InvoicePdf.of(InvoiceHtml.of(page)));
    }

    private Uni<Document> made(Call call, UUID id, Function<InvoicePage, byte[]> make) {
        return invoices.get(call, id).chain(invoice -> resources(call, invoice, null, InvoicePage.MOST_RESOURCES + 1)
                .chain(resources -> blocking.work(
                        () -> new Document(make.apply(InvoicePage.of(invoice, resources)), invoice.generation()))));
    }

    Multi<byte[]> csv(Call call, UUID id) {
        return invoices.get(call, id).onItem().transformToMulti(invoice -> {
            InvoiceCsv csv = new InvoiceCsv(invoice);
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom().item(csv.head()),
                            parts(call, invoice).map(csv::resources));
        });
    }

    private Multi<List<UsedResource>> parts(Call call, InvoiceView invoice) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicReference<UUID>::new, last -> resources(call, invoice, last.get(), PART)
                        .invoke(part ->
                                part.stream().reduce((one, next) -> next).ifPresent(used -> last.set(used.meterId()))))
                .whilst(part -> !part.isEmpty());
    }

    private Uni<List<UsedResource>> resources(Call call, InvoiceView invoice, @Nullable UUID after, long most) {
        return usage.resources(call.caller().scope(), invoice.id(), after, most);
    }
}
