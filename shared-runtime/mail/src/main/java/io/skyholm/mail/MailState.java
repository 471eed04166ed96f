package io.skyholm.mail;

/** What became of a mail. */
enum MailState {
    QUEUED,
    SENT,
    /** It could not be sent before its deadline. */
    FAILED
}
