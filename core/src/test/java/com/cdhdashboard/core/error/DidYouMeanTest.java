package com.cdhdashboard.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    /** Letters added, lost, changed or swapped: at most one for each three, and never more than four. */
    @ParameterizedTest
    @CsvSource({
        "line, lnie, line",
        "ab, abc, ab",
        "strftime, strptime, strftime",
        "to_lowercase, lowercase, to_lowercase",
        "is_null, nul, ''",
        "ca, abc, ''"
    })
    void nearestAllowsASlipForEachThreeLetters(String known, String found, String meant) {
        assertThat(DidYouMean.nearest(found, List.of("unlike_all_others", known)))
                .isEqualTo(Optional.of(meant).filter(word -> !word.isEmpty()));
    }

    @Test
    void aSlipWinsOverWhatOnlyBeginsAlike() {
        assertThat(DidYouMean.closest("facet_rwo", List.of("facet_column", "facet_row", "facet_col")))
                .containsExactly("facet_row");
    }

    @Test
    void withoutASlipWhatIsAlikeIsOffered() {
        assertThat(DidYouMean.hint("refresh", List.of("refresh_dashboard", "refresh_interval", "data_cache_hours")))
                .isEqualTo("; did you mean \"refresh_interval\" or \"refresh_dashboard\"?");
    }

    @Test
    void atMostThreeAreOffered() {
        assertThat(DidYouMean.closest("score", List.of("scores", "score1", "score2", "score3")))
                .containsExactly("scores", "score1", "score2");
    }

    @Test
    void letterCaseIsIgnoredInAnyLanguage() {
        assertThat(DidYouMean.closest("LINE", List.of("line"))).containsExactly("line");
    }

    @Test
    void shortWordsAreNotGuessed() {
        assertThat(DidYouMean.hint("q", List.of("x", "y", "r"))).isEmpty();
    }
}
