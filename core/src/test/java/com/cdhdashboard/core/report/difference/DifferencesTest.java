package com.cdhdashboard.core.report.difference;

import static com.cdhdashboard.core.report.TestingReports.reports;
import static com.cdhdashboard.core.report.TestingReports.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.report.Difference;
import com.cdhdashboard.core.report.InMemoryCubes;
import com.cdhdashboard.core.report.TestingReports.Conversion;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void groupsWithoutNegativesAreMissingThere() {
        // Here (40 + 20) / (1000 + 20), there 40 / 1000
        Difference rate =
                engagement(new Engagement(text("Channel")).cell(40, 1000, "Web").cell(20, 20, "Call Center"));

        assertThat(rate.valueHere()).isEqualTo("5.9\u00a0%");
        assertThat(rate.valueThere()).isEqualTo("4.0\u00a0%");
        assertThat(rate.remark())
                .startsWith("Of the same interactions: 1 group without negatives, with 20 positives, left out.");
    }

    @Test
    void whereNoGroupIsLeftOutBothAgree() {
        Difference rate = engagement(new Engagement(text("Channel")).cell(40, 1000, "Web"));

        assertThat(rate.valueThere()).isEqualTo(rate.valueHere());
        assertThat(rate.remark()).startsWith("No group is without negatives, so none is left out.");
    }

    @Test
    void anEventOfSeveralInteractionsCountsOnceHere() {
        Conversion data = new Conversion(text("Channel")).cell(30, 1000, 100.0, 20.0, "Web");

        Difference conversions = reports(data.addTo(new InMemoryCubes()), List.of(data.config()))
                .differences()
                .get(2);

        assertThat(conversions.valueHere()).isEqualTo("20");
        assertThat(conversions.valueThere()).isEqualTo("30");
    }

    @Test
    void whatCannotBeWorkedOutSaysWhy() {
        Engagement data = new Engagement(text("Channel")).cell(40, 1000, "Web");

        assertThat(reports(data.cubes(), List.of(data.config())).differences())
                .extracting(Difference::score, Difference::valueHere)
                .contains(tuple("personalization", "–"));
        assertThat(reports(data.cubes(), List.of(data.config()))
                        .differences()
                        .get(4)
                        .remark())
                .isEqualTo("No metric of the family model_ml_scores is configured.");
    }

    private static Difference engagement(Engagement data) {
        return reports(data.cubes(), List.of(data.config())).differences().get(0);
    }
}
