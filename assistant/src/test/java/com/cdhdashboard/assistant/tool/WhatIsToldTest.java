package com.cdhdashboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no tool tells, whatever is asked. */
class WhatIsToldTest {
    private static final Tools TOOLS = Tools.all();
    private static final AskedData DATA = AskedData.shared();
    private static final List<String> QUESTIONS = List.of(
            "list_metrics {}",
            "describe_metric {'metric':'engagement'}",
            "describe_metric {'metric':'clv'}",
            "list_values {'metric':'engagement','dimension':'Group'}",
            "list_values {'metric':'clv','dimension':'Arm'}",
            "query_metric {'metric':'engagement'}",
            "query_metric {'metric':'experiment'}",
            "query_metric {'metric':'engagement','group_by':['Channel']}",
            "query_metric {'metric':'engagement','filters':[{'dimension':'Channel','is':['Web']}]}",
            "query_metric {'metric':'engagement','sort':'Channel'}",
            "query_metric {'metric':'engagement','group_by':['CustomerID']}",
            "query_customers {'group_by':['Arm','rfm_segment']}",
            "query_customers {'group_by':['CustomerID']}",
            "query_customers {'filters':[{'dimension':'CustomerID','contains':'SECRET'}]}",
            "list_reports {}",
            "get_report {'key':'ctr_by_channel'}",
            "get_report {'key':'ctr_by_group'}",
            "get_report {'key':'segments'}",
            "get_report {'key':'exposure'}",
            "explain_number {'metric':'engagement','score':'Lift'}",
            "data_health {}",
            "compute {'operation':'ratio','operands':[{'metric':'engagement','score':'CTR'},{'metric':'engagement','score':'Count'}]}",
            "draw_chart {'metric':'engagement','group_by':['Channel']}",
            "draw_chart {'metric':'engagement'}",
            "draw_chart {'metric':'engagement','keys':[{'name':'color','values':['Channel']}]}",
            "draw_chart {'metric':'clv','type':'treemap'}",
            "draw_chart {'metric':'clv','type':'exposure'}",
            "draw_chart {'metric':'clv','type':'bar_polar'}",
            "draw_chart {'metric':'clv','type':'rfm_density'}",
            "draw_chart {'metric':'clv','type':'rfm_density','keys':[{'name':'mode','values':['heatmap']}]}",
            "draw_chart {'metric':'clv','type':'histogram','keys':[{'name':'x','values':['frequency']}]}",
            "draw_chart {'metric':'clv','type':'corr','keys':[{'name':'x','values':['frequency']},{'name':'y','values':['recency']}]}",
            "draw_chart {'metric':'clv','keys':[{'name':'by','values':['CustomerID']}]}");

    /** What the tools say, refusals among it. */
    private static List<String> answers(Snapshot now) {
        List<String> answers = new ArrayList<>();
        for (String question : QUESTIONS) {
            String[] parts = question.replace('\'', '"').split(" ", 2);
            try {
                answers.add(Content.text(TOOLS.call(now, parts[0], parts[1]).content()));
            } catch (UserException e) {
                answers.add(String.valueOf(e.getMessage()));
            }
        }
        return answers;
    }

    @Test
    void noAnswerHasACustomer() {
        assertThat(answers(DATA.now()))
                .hasSameSizeAs(QUESTIONS)
                .allSatisfy(answer -> assertThat(answer).doesNotContain("SECRET-", "least_", "greatest_"));
    }

    @Test
    void noAnswerHasWhatIsWithheld() {
        Snapshot now = DATA.now(new AssistantSettings(List.of(), List.of("Channel", "Arm"), false, List.of()));

        assertThat(answers(now))
                .allSatisfy(answer -> assertThat(answer)
                        .doesNotContain(
                                "Call Center", "\"Web\"", "Mobile", "\"Channel\"", "Channel,", "\"Arm\"", "Control\""));
    }

    @Test
    void groupsOfFewAreNotCounted() {
        JsonNode values = TOOLS.call(DATA.now(), "list_values", "{\"metric\":\"clv\",\"dimension\":\"Arm\"}")
                .content()
                .path("values");

        assertThat(values.findValuesAsText("value")).containsExactly("Control", "Test", "Small", AskedData.HOSTILE);
        assertThat(values.findValuesAsText("customers")).containsExactly("40", "40");
        String few =
                "{\"metric\":\"clv\",\"type\":\"treemap\",\"filters\":[{\"dimension\":\"Arm\",\"is\":[\"Small\"]}]}";
        assertThatThrownBy(() -> TOOLS.call(DATA.now(), "draw_chart", few))
                .hasMessage("fewer than 5 customers are left, who are not told here; widen a filter");
    }

    @Test
    void aToolThatTakesTooLongIsGivenUp() {
        TimeLimit limit = new TimeLimit(Duration.ofMillis(20));

        assertThatThrownBy(() -> limit.answer("query_metric", () -> {
                    try {
                        Thread.sleep(10_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "late";
                }))
                .isInstanceOf(UserException.class)
                .hasMessage("query_metric took longer than 0 s; group by fewer dimensions, filter, or choose a shorter"
                        + " period");
    }
}
