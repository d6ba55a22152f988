package com.cdhdashboard.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTagTest {
    @ParameterizedTest
    @CsvSource({
        "BIZ, Business",
        "eng, Engagement",
        "DESC, Descriptive",
        "MARKETING, Marketing",
        "NBA, NBA",
        "Next best action, Next best action",
        "weekly_review, Weekly review",
    })
    void aTagIsReadInWords(String text, String title) {
        assertThat(new ReportTag(text).title()).isEqualTo(title);
    }
}
