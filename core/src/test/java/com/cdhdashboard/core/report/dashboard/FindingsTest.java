package com.cdhdashboard.core.report.dashboard;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.reports;
import static com.cdhdashboard.core.report.TestingReports.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.report.Finding;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void aChangeBeyondChanceIsSaidWithItsIntervalAndNumbers() {
        // Of all: 100 / 2000 before, 142 / 2000 after: z = 0.021 / √(0.0605·0.9395·0.001) = 2.785, p = 0.0053, twice
        // that
        // after Holm, as it is the second of three. Web: z = 0.04 / √(0.07·0.93·0.002) = 3.506, p = 0.00046, three
        // times.
        List<Finding> findings = findings(channels(50, 50, 90, 52));

        assertThat(findings)
                .extracting(Finding::headline)
                .containsExactly(
                        "Click-through rate rose from 5.0\u00a0% to 7.1\u00a0%",
                        "Click-through rate rose from 5.0\u00a0% to 9.0\u00a0% (Channel: Web)");
        assertThat(findings.get(0).evidence())
                .isEqualTo("+2.1\u00a0pp, 95 % from +0.6\u00a0pp to +3.6\u00a0pp; n = 2,000 after 2,000; p = 0.011,"
                        + " adjusted for 3 comparisons");
        assertThat(findings.get(1).evidence()).endsWith("n = 1,000 after 1,000; p = 0.001, adjusted for 3 comparisons");
        assertThat(findings)
                .extracting(Finding::group)
                .containsExactly(Optional.empty(), Optional.of(in("Channel", "Web")));
        assertThat(findings).allMatch(Finding::good);
    }

    @Test
    void aFallIsNoGoodNews() {
        assertThat(findings(channels(90, 52, 50, 50)))
                .extracting(Finding::headline, Finding::good)
                .first()
                .isEqualTo(tuple("Click-through rate fell from 7.1\u00a0% to 5.0\u00a0%", false));
    }

    @Test
    void whatChanceGivesIsNoFinding() {
        assertThat(findings(channels(50, 50, 60, 45))).isEmpty();
        assertThat(findings(new Engagement(text("Channel")).cell(5, 100, "Web")))
                .isEmpty();
        // Doubled, but of too few responses to be tested
        assertThat(findings(
                        new Engagement(day()).cell(1, 1000, date("2024-12-01")).cell(2, 1000, date("2024-12-02"))))
                .isEmpty();
    }

    /** Positives of 1,000 each on a first day of Web and Mobile, and on a second. */
    private static Engagement channels(int webBefore, int mobileBefore, int web, int mobile) {
        return new Engagement(day(), text("Channel"))
                .cell(webBefore, 1000, date("2024-12-01"), "Web")
                .cell(mobileBefore, 1000, date("2024-12-01"), "Mobile")
                .cell(web, 1000, date("2024-12-02"), "Web")
                .cell(mobile, 1000, date("2024-12-02"), "Mobile");
    }

    private static List<Finding> findings(Engagement data) {
        return reports(data.cubes(), List.of(data.config())).findings();
    }
}
