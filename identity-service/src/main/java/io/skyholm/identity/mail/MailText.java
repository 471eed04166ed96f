package io.skyholm.identity.mail;

import io.skyholm.mail.MailTemplate;

/** The mails that identity sends. */
public final class MailText {

    public static final MailTemplate PASSWORD_RESET = of("password-reset");
    public static final MailTemplate FIRST_PASSWORD = of("first-password");
    public static final MailTemplate REGISTRATION = of("registration");
    public static final MailTemplate ALREADY_REGISTERED = of("already-registered");
    public static final MailTemplate EMAIL_VERIFICATION = of("email-verification");
    public static final MailTemplate INVITATION = of("invitation");
    public static final MailTemplate ACCESS_REQUEST = of("access-request");

    private MailText() {}

    private static MailTemplate of(String name) {
        return MailTemplate.of(MailText.class, name);
    }
}
