package io.skyholm.system.suite;

import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails of one address, as the suite leaves them in its folder. */
public record Mailbox(String address) {

    private static final Pattern TOKEN = Pattern.compile("the token is:\\s+(\\S+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The token in the newest mail of that subject, as soon as there is one. */
    public String token(String subject) {
        return Eventually.get(TIMEOUT, () -> mails().stream()
                .filter(mail -> mail.contains("Subject: " + subject))
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null));
    }

    private List<String> mails() {
        Path folder = RunningSuite.site().data().of("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .map(Mailbox::read)
                    .filter(mail -> mail.contains("To: " + address))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
