package io.skyholm.audit.entry;

import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.digest.DigestStore;
import io.skyholm.audit.digest.DigestView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Streams entries page by page; never more than a page is in memory, and who hangs up is read nothing more. */
@ApplicationScoped
class Exports {

    private final AuditStore entries;
    private final DigestStore digests;

    Exports(AuditStore entries, DigestStore digests) {
        this.entries = entries;
        this.digests = digests;
    }

    /** The text of the export, a page at a time. */
    Multi<byte[]> pages(Export export) {
        return Multi.createBy()
                .repeating()
                .uni(() -> export, this::next)
                .whilst(page -> page.size() == Export.PAGE)
                .map(export::text);
    }

    /** The same, and behind it the digests of the chains from which entries can come. */
    Multi<byte[]> pagesAndDigests(Export export) {
        return Multi.createBy().concatenating().streams(pages(export), digests(export));
    }

    private Uni<List<EntryRow>> next(Export export) {
        return export.chain()
                .map(chain -> entries.chained(export.scope(), export.filter(), chain, export.place(), Export.PAGE))
                .orElseGet(() -> entries.recorded(export.scope(), export.filter(), export.place(), Export.PAGE));
    }

    private Multi<byte[]> digests(Export export) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicReference<UUID>::new, last -> digests.behind(
                                export.scope(), last.get(), export.chain().orElse(null), export.begun(), Export.PAGE)
                        .invoke(page -> page.forEach(digest -> last.set(digest.id()))))
                .whilst(page -> page.size() == Export.PAGE)
                .map(Exports::text);
    }

    private static byte[] text(List<DigestView> page) {
        return page.stream()
                .map(digest -> ExportedLine.of(digest.digest()) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
