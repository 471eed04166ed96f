package io.skyholm.identity.registration;

/** The same answer for everybody, so that nobody learns whose addresses we know. */
public record RegistrationAccepted(String message) {

    static final RegistrationAccepted MAIL_IS_ON_ITS_WAY =
            new RegistrationAccepted("Mail is on its way to you; go on as it says");
}
