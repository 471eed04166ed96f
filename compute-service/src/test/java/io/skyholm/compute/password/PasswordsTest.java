package io.skyholm.compute.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** First passwords are strong, and a guest reads their hashes. */
class PasswordsTest {

    @Test
    void passwordIsHashedAsCryptDoes() {
        assertThat(Crypt.sha512("Hello world!", "saltstring", 5000))
                .isEqualTo(
                        "$6$rounds=5000$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBF"
                                + "dcbYEdFCoEOfaS35inz1");
    }

    @Test
    void passwordsAreLongAndNeverTheSame() {
        assertThat(Passwords.next()).hasSize(20).isNotEqualTo(Passwords.next());
    }
}
