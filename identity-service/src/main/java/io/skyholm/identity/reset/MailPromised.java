package io.skyholm.identity.reset;

/** The same answer for everybody, so that nobody learns whose addresses we know. */
public record MailPromised(String message) {

    static final MailPromised IF_KNOWN = new MailPromised("If the address is one of ours, mail is on its way to it");
}
