package com.cdhdashboard.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
    @ParameterizedTest
    @CsvSource({
        "same-origin, , true",
        "none, , true",
        "cross-site, , false",
        "same-site, , false",
        ", http://localhost:8501, true",
        ", https://localhost:8501, true",
        ", http://evil.example, false",
        ", null, false",
        ", http://localhost:9999, false",
        "cross-site, http://localhost:8501, false",
        ", , true"
    })
    void theBrowserTellsWhereARequestComesFrom(String fetchSite, String origin, boolean same) {
        assertThat(SameOrigin.sameSite(Optional.ofNullable(fetchSite), Optional.ofNullable(origin), "localhost:8501"))
                .isEqualTo(same);
    }

    @Test
    void onlyTheOwnTokenIsAccepted() {
        SameOrigin origin = new SameOrigin();
        assertThat(origin.accepts(Optional.of(origin.token()))).isTrue();
        assertThat(origin.accepts(Optional.of(new SameOrigin().token()))).isFalse();
        assertThat(origin.accepts(Optional.empty())).isFalse();
        assertThat(origin.accepts(Optional.of(""))).isFalse();
    }
}
