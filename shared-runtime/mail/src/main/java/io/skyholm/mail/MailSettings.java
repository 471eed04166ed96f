package io.skyholm.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How mail leaves: into a folder if there is one, else by SMTP. */
@ConfigMapping(prefix = "skyholm.mail")
interface MailSettings {

    /** Where every mail becomes a file, for development and tests. */
    Optional<Path> folder();

    /** Whom mail comes from. */
    @WithDefault("Skyholm <no-reply@localhost>")
    String from();

    /** The server that takes our mail. */
    @WithDefault("localhost")
    String host();

    /** Its port. */
    @WithDefault("587")
    int port();

    /** DISABLED, OPTIONAL or REQUIRED: whether the conversation turns to TLS. */
    @WithDefault("REQUIRED")
    String startTls();

    /** Whether the conversation is TLS from its beginning. */
    @WithDefault("false")
    boolean tls();

    /** Who we are to that server, if it asks. */
    Optional<String> user();

    /** How we prove that. */
    Optional<String> password();

    /** The most mails that one recipient gets in an hour because somebody unknown asked. */
    @WithDefault("5")
    int mostPerRecipient();

    /** The most mails that one address can ask for in an hour; of IPv6 all of a /64 count as one. */
    @WithDefault("30")
    int mostPerOrigin();

    /** The most mails that one recipient gets in a day, whoever asked. */
    @WithDefault("20")
    int mostPerRecipientADay();

    /** The most mails that the users of one tenant have sent in a day. */
    @WithDefault("1000")
    int mostPerTenantADay();
}
