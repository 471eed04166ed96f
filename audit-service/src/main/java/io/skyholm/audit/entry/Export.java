package io.skyholm.audit.entry;

import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.time.RealTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An export on its way: what it is to hold, and how far it has come. */
final class Export {

    static final int PAGE = 1_000;

    private final TenantScope scope;
    private final AuditFilter filter;
    private final @Nullable UUID chain;
    private final ExportFormat format;
    private long place;
    private boolean headed;
    private final Instant begun = RealTime.now();

    Export(TenantScope scope, AuditFilter filter, @Nullable UUID chainId, ExportFormat format) {
        this.scope = scope;
        this.filter = filter;
        this.chain = onlyChain(scope, filter, chainId);
        this.format = format;
    }

    TenantScope scope() {
        return scope;
    }

    AuditFilter filter() {
        return filter;
    }

    /** The only chain from which entries can come, if that is known; it is walked instead of everything. */
    Optional<UUID> chain() {
        return Optional.ofNullable(chain);
    }

    /** The sequence in the chain, or the position among all, that was reached. */
    long place() {
        return place;
    }

    /** Digests signed later may be of entries that were recorded when their chain had been walked. */
    Instant begun() {
        return begun;
    }

    /** Takes a page and gives its text. */
    byte[] text(List<EntryRow> page) {
        String header = headed ? "" : format.header();
        headed = true;
        if (!page.isEmpty()) {
            EntryRow last = page.getLast();
            place = chain == null ? last.position() : last.entry().sequence();
        }
        return page.stream()
                .map(row -> format.line(row.entry()))
                .collect(Collectors.joining("", header, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable UUID onlyChain(TenantScope scope, AuditFilter filter, @Nullable UUID chainId) {
        if (chainId != null) {
            return chainId;
        }
        return filter.tenantId() != null || scope.platform() ? filter.tenantId() : scope.tenantId();
    }
}
