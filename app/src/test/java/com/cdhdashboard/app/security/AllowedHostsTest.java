package com.cdhdashboard.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    private final AllowedHosts hosts = new AllowedHosts("dash.example");

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8501", "127.0.0.1:8501", "192.168.1.7", "[::1]:8501", "dash.example:80"})
    void namesOfThisServerAreAccepted(String host) {
        assertThat(hosts.accepts(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "dash.example.evil:80",
                "[x]"
            })
    void otherNamesAreRefused(String host) {
        assertThat(hosts.accepts(host)).isFalse();
    }
}
