package io.skyholm.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.suite.TestPlatform;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail that reached an address. */
public record Mailbox(String address) {

    private static final Path FOLDER = Path.of(
            TestPlatform.with("postgres").environmentOf("identity").getOrDefault("SKYHOLM_MAIL_FOLDER", "mail"));
    private static final Pattern LINK = Pattern.compile("https?://\\S+#token=([A-Za-z0-9_-]{43})");

    /** The mails, oldest first. */
    public List<String> mails() {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(Mailbox::read)
                    .filter(mail -> mail.contains("\r\nTo: " + address + "\r\n"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest mail when there are so many. */
    public String mail(int number) {
        Eventually.holds("mail " + number + " to " + address, () -> mails().size() >= number);
        return mails().get(number - 1);
    }

    /** The token in the newest mail when there are so many. */
    public String token(int number) {
        Matcher link = LINK.matcher(mail(number));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
