package io.skyholm.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with places to fill. Its first line is the subject; behind an empty line comes the body. */
public record MailTemplate(String subject, String body) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** The template of that name among the {@code /mail} resources of that class's service; fails if there is none. */
    public static MailTemplate of(Class<?> service, String name) {
        String[] parts = read(service, "/mail/" + name + ".txt").split("\n\n", 2);
        return new MailTemplate(parts[0], parts[1]);
    }

    /** The text with its places filled by names that people chose; a value that has no place is left out. */
    public MailMessage message(@Nullable UUID tenantId, String recipient, Map<String, String> names) {
        return message(new Mails.Addressee(tenantId, recipient), names, Map.of());
    }

    /** The same with values of our own, which may be links; they go before names. */
    MailMessage message(Mails.Addressee to, Map<String, String> names, Map<String, String> own) {
        Map<String, String> values = new HashMap<>();
        names.forEach((place, name) -> values.put(place, PlainName.of(name)));
        values.putAll(own);
        return new MailMessage(to.tenantId(), to.email(), subject, filled(values));
    }

    private String filled(Map<String, String> values) {
        return PLACE.matcher(body)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static String read(Class<?> service, String resource) {
        try (InputStream text = service.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
