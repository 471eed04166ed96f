package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Happened;
import io.skyholm.runtime.tenant.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an export holds, and in which form. */
class ExportPlanTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final TenantScope OWN = new TenantScope(TENANT, false);

    private final List<Entry> chain = Happened.chain(TENANT, 3);

    @Test
    void operatorExportsAllChainsUnlessOneIsAskedFor() {
        assertThat(export(TenantScope.PLATFORM, null, null).chain()).isEmpty();
        assertThat(export(TenantScope.PLATFORM, OTHER, null).chain()).contains(OTHER);
        assertThat(export(TenantScope.PLATFORM, null, OTHER).chain()).contains(OTHER);
    }

    @Test
    void tenantExportsItsOwnChain() {
        assertThat(export(OWN, null, null).chain()).contains(TENANT);
    }

    @Test
    void chainThatIsAskedForIsTheOneThatIsWalkedThoughTheScopeMayShowNothingOfIt() {
        assertThat(export(OWN, OTHER, null).chain()).contains(OTHER);
        assertThat(export(OWN, null, OTHER).chain()).contains(OTHER);
        assertThat(export(OWN, null, OTHER).scope()).isEqualTo(OWN);
    }

    @Test
    void exportOfAChainGoesOnBehindItsLastSequence() {
        Export export = export(OWN, null, null);
        assertThat(export.place()).isZero();
        export.text(List.of(new EntryRow(100, chain.get(0)), new EntryRow(200, chain.get(1))));
        assertThat(export.place()).isEqualTo(2);
        export.text(List.of());
        assertThat(export.place()).isEqualTo(2);
    }

    @Test
    void exportOfAllGoesOnBehindItsLastPosition() {
        Export export = export(TenantScope.PLATFORM, null, null);
        export.text(List.of(new EntryRow(100, chain.get(0)), new EntryRow(200, chain.get(1))));
        assertThat(export.place()).isEqualTo(200);
    }

    @Test
    void everyEntryIsALineThatIsReadAsItWas() {
        String text = text(export(OWN, null, null), chain);
        assertThat(text.lines().map(ExportedLine::read)).containsExactlyElementsOf(chain);
        assertThat(text).endsWith("\n");
    }

    @Test
    void spreadsheetHasOneHeaderHoweverManyPagesThereAre() {
        Export export = new Export(OWN, AuditFilter.ALL, null, ExportFormat.csv);
        assertThat(text(export, List.of())).isEqualTo(CsvLine.HEADER);
        assertThat(text(export, chain))
                .isEqualTo(String.join("", chain.stream().map(CsvLine::of).toList()));
    }

    @Test
    void digestsComeBehindLinesThatCanBeVerified() {
        assertThat(ExportFormat.jsonl.hasDigests("true")).isTrue();
        assertThat(ExportFormat.jsonl.hasDigests("false")).isFalse();
        assertThat(ExportFormat.csv.hasDigests("false")).isFalse();
    }

    @Test
    void spreadsheetHasNoDigests() {
        assertThatThrownBy(() -> ExportFormat.csv.hasDigests("true"))
                .hasMessage("digests can be true for format=jsonl only");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsNeitherTrueNorFalseIsRefused(ExportFormat format) {
        for (String wanted : List.of("perhaps", "", "TRUE", "1")) {
            assertThatThrownBy(() -> format.hasDigests(wanted)).hasMessage("digests must be true or false");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/audit-entries/export, application/x-ndjson, true",
        "/v1/audit-entries/export, text/csv, true",
        "/v1/audit-entries/export, 'text/csv;q=0.9, */*', true",
        "/v1/audit-entries/export, application/json, false",
        "/v1/audit-entries/export, application/xml, false",
        "/v1/audit-entries/export, null, false",
        "/v1/audit-entries, text/csv, false"
    })
    void onlyExportsAreAskedForInWhatTheySpeak(String path, String accept, boolean spoken) {
        assertThat(ExportTypes.isSpoken(path, accept)).isEqualTo(spoken);
    }

    private static Export export(TenantScope scope, @Nullable UUID tenant, @Nullable UUID chain) {
        AuditFilter filter =
                new AuditFilter(tenant, null, null, null, null, null, null, null, null, null, null, null, null);
        return new Export(scope, filter, chain, ExportFormat.jsonl);
    }

    private static String text(Export export, List<Entry> page) {
        List<EntryRow> rows = page.stream()
                .map(entry -> new EntryRow(entry.sequence(), entry))
                .toList();
        return new String(export.text(rows), StandardCharsets.UTF_8);
    }
}
