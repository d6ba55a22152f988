package com.cdhdashboard.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
    private final SignIn signIn = new SignIn(Optional.of("gehe:im ß"));

    private static Optional<String> basic(String pair) {
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    @Test
    void asksNobodyWithoutAPassword() {
        assertThat(new SignIn(Optional.empty()).accepts(Optional.empty())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "anna:gehe:im ß, true",
        ":gehe:im ß, true",
        "anna:gehe, false",
        "anna:, false",
        "gehe:im ß, false",
        "anna, false"
    })
    void takesThePasswordWithAnyName(String pair, boolean accepted) {
        assertThat(signIn.accepts(basic(pair))).isEqualTo(accepted);
    }

    @Test
    void refusesWhatIsNoBasicAuthentication() {
        assertThat(signIn.accepts(Optional.empty())).isFalse();
        assertThat(signIn.accepts(Optional.of("Bearer gehe:im ß"))).isFalse();
        assertThat(signIn.accepts(Optional.of("Basic ###"))).isFalse();
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(signIn).hasToString("SignIn[with password]");
    }
}
