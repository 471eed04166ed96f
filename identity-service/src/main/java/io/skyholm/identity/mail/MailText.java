package io.skyholm.identity.mail;

import io.skyholm.mail.MailTemplate;

/** The mails that identity sends. */
public enum MailText {
    PASSWORD_RESET("password-reset"),
    REGISTRATION("registration"),
    ALREADY_REGISTERED("already-registered"),
    EMAIL_VERIFICATION("email-verification"),
    INVITATION("invitation");

    private final MailTemplate template;

    MailText(String name) {
        this.template = MailTemplate.of(MailText.class, name);
    }

    /** Its words. */
    public MailTemplate template() {
        return template;
    }
}
