package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final DashboardRequest DASHBOARD =
            new DashboardRequest(List.of(), Optional.empty(), Optional.empty());
    private static final ReportRequest REQUEST = new ReportRequest("ctr_daily", Map.of(), List.of());

    private final FixtureWorkspace workspace = FixtureWorkspace.withData();
    private final Answers answers = new Answers(1);

    @Test
    void aQuestionIsAnsweredOnceForEachVersionOfTheData() {
        Snapshot first = workspace.now();
        Object report = answers.view(first, REQUEST);
        assertThat(answers.await(first, REQUEST)).isSameAs(report);
        assertThat(answers.dashboard(first, DASHBOARD)).isSameAs(answers.dashboard(workspace.now(), DASHBOARD));

        workspace.changeData();
        assertThat(answers.view(workspace.now(), REQUEST)).isNotSameAs(report);
    }

    @Test
    void choicesOfThePageAndOfAMetricAreTwoQuestions() {
        Snapshot now = workspace.now();
        assertThat(answers.filters(now, "engagement", List.of()))
                .hasSizeGreaterThan(answers.globalFilters(now, List.of()).size());
    }

    @Test
    void aFailureIsThrownAndForgotten() {
        ReportRequest failing = new ReportRequest("internal", Map.of(), List.of());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> answers.view(workspace.now(), failing))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("secret detail of the inside");
        }
    }
}
