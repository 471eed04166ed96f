package io.skyholm.billing.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Invoices as HTML that is XML, too, which a browser shows and a PDF is made from; what people have written is text in it. */
final class InvoiceHtml {

    private static final String NAME = "/documents/invoice.html";
    private static final Template TEMPLATE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build()
            .parse(template(), Variant.forContentType(Variant.TEXT_HTML), "invoice");

    private InvoiceHtml() {}

    static String of(InvoicePage page) {
        return TEMPLATE.data("page", page).render();
    }

    private static String template() {
        try (InputStream found = InvoiceHtml.class.getResourceAsStream(NAME)) {
            return new String(Objects.requireNonNull(found, NAME).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
