package io.skyholm.billing.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Invoices as PDF, with the fonts that they need inside; nothing is fetched from anywhere. */
final class InvoicePdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "document";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private InvoicePdf() {}

    static byte[] of(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(() -> font("DejaVuSans.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        builder.withProducer("Skyholm");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(InvoicePdf.class.getResourceAsStream(FONTS + name), name);
    }
}
