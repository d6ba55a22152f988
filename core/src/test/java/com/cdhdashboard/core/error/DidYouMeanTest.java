package com.cdhdashboard.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    /** The values of the paper's table, four digits. */
    @ParameterizedTest
    @CsvSource({
        "martha,marhta,0.9611",
        "dwayne,duane,0.84",
        "dixon,dicksonx,0.8133",
        "jones,johnson,0.8324",
        "abc,abc,1",
        "abc,xyz,0",
        "'',abc,0",
        "'','',1"
    })
    void likenessIsJaroWinkler(String a, String b, double expected) {
        assertThat(DidYouMean.likeness(a, b)).isCloseTo(expected, within(5e-5));
        assertThat(DidYouMean.likeness(b, a)).isCloseTo(expected, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "line,lines,1",
        "line,lien,1",
        "ca,abc,3",
        "'',abc,3",
        "kitten,sitting,3",
        "a cat,an act,2",
        "same,same,0"
    })
    void slipsAreOptimalStringAlignment(String a, String b, int expected) {
        assertThat(DidYouMean.slips(a, b)).isEqualTo(expected);
        assertThat(DidYouMean.slips(b, a)).isEqualTo(expected);
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
