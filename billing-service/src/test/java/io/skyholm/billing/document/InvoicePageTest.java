package io.skyholm.billing.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.billing.invoice.InvoiceParty;
import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.billing.meter.ResourceKind;
import io.skyholm.billing.period.UsedResource;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceLineKind;
import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.events.billing.InvoiceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What stands on an invoice, and that all of it reaches the page and the PDF. */
class InvoicePageTest {

    private static final UUID PLAN = UUID.randomUUID();
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void whatPeopleWroteIsTextInThePage() {
        String html = InvoiceHtml.of(InvoicePage.of(invoice("<script>alert(1)</script> & Co"), List.of()));
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co")
                .doesNotContain("<script>");
    }

    @Test
    void pageIsXmlAndLoadsNothing() throws Exception {
        String html = InvoiceHtml.of(InvoicePage.of(invoice("Łódź Żeglarze sp. z o.o."), resources(3)));
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
        assertThat(html).doesNotContain("src=").doesNotContain("href=").doesNotContain("url(");
    }

    @Test
    void pdfSaysWhatTheInvoiceSays() throws IOException {
        byte[] pdf = InvoicePdf.of(InvoiceHtml.of(InvoicePage.of(invoice("Łódź Żeglarze sp. z o.o."), resources(30))));
        Files.write(Path.of("target/invoice.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("SKY-000043", "Łódź Żeglarze", "1 February 2026 to 28 February 2026", "1,234.56 EUR")
                    .contains("VAT 19 %", "197.11", "web-29");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Invoice SKY-000043");
        }
    }

    @Test
    void veryManyResourcesAreShortened() {
        InvoicePage page = InvoicePage.of(invoice("Acme"), resources(InvoicePage.MOST_RESOURCES + 1));
        assertThat(page.resources()).hasSize(InvoicePage.MOST_RESOURCES);
        assertThat(page.isShortened()).isTrue();
        assertThat(InvoiceHtml.of(page)).contains("the CSV of this invoice lists all of them");
    }

    @Test
    void csvSumsToTheInvoice() {
        InvoiceCsv csv = new InvoiceCsv(invoice("Acme"));
        String text = new String(csv.head(), UTF_8) + new String(csv.resources(resources(2)), UTF_8);
        assertThat(text.lines().skip(1))
                .containsExactly(
                        "SKY-000043,2,CHARGE,\"Setup, by hand\",,,,,,,,,34.56,EUR",
                        "SKY-000043,1,USAGE,medium," + PLAN + ",2,INSTANCE," + id(0)
                                + ",'=web-0,2026-02-01T00:00:00Z,2026-02-28T23:00:00Z,672,18.4113,EUR",
                        "SKY-000043,1,USAGE,medium," + PLAN + ",2,INSTANCE," + id(1)
                                + ",web-1,2026-02-01T00:00:00Z,2026-02-28T23:00:00Z,672,18.4113,EUR");
    }

    private static List<UsedResource> resources(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new UsedResource(
                        InvoiceLineKind.USAGE,
                        PLAN,
                        2,
                        "medium",
                        ResourceKind.INSTANCE,
                        id(at),
                        id(at + 1_000),
                        (at == 0 ? "=" : "") + "web-" + at,
                        672,
                        FROM,
                        Instant.parse("2026-02-28T23:00:00Z"),
                        new BigDecimal("18.4113")))
                .toList();
    }

    private static UUID id(int at) {
        return new UUID(0x01978d2000007a10L, 0x8a01000000000000L + at);
    }

    private static InvoiceView invoice(String recipient) {
        List<InvoiceLineItem> lines = new ArrayList<>();
        lines.add(new InvoiceLineItem(
                1, InvoiceLineKind.USAGE, "medium", PLAN, 2, 65L, 43_680L, null, "0.0274", "1200.0032"));
        lines.add(new InvoiceLineItem(
                2, InvoiceLineKind.CHARGE, "Setup, by hand", null, null, null, null, null, null, "34.56"));
        return new InvoiceView(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                InvoiceType.USAGE,
                "SKY-000043",
                InvoiceStatus.PAID,
                "EUR",
                "1234.56",
                "VAT",
                "19.00",
                "197.11",
                "0.0011",
                "0.0043",
                "0.00",
                FROM,
                UNTIL,
                LocalDate.of(2026, 3, 1),
                lines,
                null,
                null,
                null,
                new InvoiceParty(
                        "Northern Edge Cloud GmbH",
                        "Am Hafen 12\n20457 Hamburg",
                        "DE",
                        "DE123456789",
                        "billing@northern.example"),
                new InvoiceParty(recipient, "ul. Piotrkowska 1\n90-001 Łódź", "PL", "PL7250000000", null),
                0,
                UNTIL,
                UNTIL,
                UNTIL,
                null,
                null);
    }
}
