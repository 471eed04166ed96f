package io.skyholm.identity.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of our mail; the first line of each is its subject. */
public enum MailText {
    PASSWORD_RESET("password-reset"),
    REGISTRATION("registration"),
    ALREADY_REGISTERED("already-registered"),
    EMAIL_VERIFICATION("email-verification"),
    INVITATION("invitation");

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final String subject;
    private final String body;

    MailText(String name) {
        String[] parts = read("/mail/" + name + ".txt").split("\n\n", 2);
        this.subject = parts[0];
        this.body = parts[1];
    }

    /** The text with its places filled; a value that has no place is left out. */
    public Letter letter(@Nullable UUID tenantId, String recipient, Map<String, String> values) {
        return new Letter(tenantId, recipient, subject, filled(values));
    }

    private String filled(Map<String, String> values) {
        return PLACE.matcher(body)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static String read(String resource) {
        try (InputStream text = MailText.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
